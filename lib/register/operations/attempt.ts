import { database, type Prisma } from "@/lib/db/client";
import type { PaymentMethod, PaymentState } from "@/lib/payments/core/types";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { chargeSavedCard } from "@/lib/payments/wallet/charge";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import type { RegisterAccount } from "../accounts";
import { ownerOf, requireCard } from "../customers";
import { attemptKey, inPersonOf, type InPersonPayment } from "../in-person";

export type CaptureMethod = "manual" | "automatic";

type Row = Prisma.InPersonPaymentGetPayload<object>;

export type Attempt = {
  /** Counted from zero: each attempt has a key of its own. */
  number: number;
  actor: string;
  captureMethod: CaptureMethod;
  amountMinor?: number | undefined;
  customerRef?: string | undefined;
  methodRef?: string | undefined;
};

/** One try at bringing a payment's money; its row then says that this is the one that counts. */
export async function attempt(
  account: RegisterAccount,
  row: Row,
  asked: Attempt,
): Promise<InPersonPayment> {
  const payment = await withFirstAnswer(() => ask(account, row, asked));
  const db = await database();
  const data = { paymentId: payment.id };
  const written = await db.inPersonPayment.update({ where: { id: row.id }, data });
  return inPersonOf(written, payment.id);
}

async function ask(account: RegisterAccount, row: Row, asked: Attempt): Promise<PaymentState> {
  const { number, actor, captureMethod, amountMinor, customerRef, methodRef } = asked;
  const { orderId, externalCustomerId } = row;
  const method: PaymentMethod = captureMethod === "manual" ? "authorize" : "purchase";
  const common = {
    orderId,
    method,
    amountMinor,
    actor,
    idempotencyKey: attemptKey(row.id, number),
  };
  if (methodRef !== undefined && externalCustomerId !== null) {
    const { id: cardId } = await requireCard(account, externalCustomerId, methodRef);
    const owner = ownerOf(account, externalCustomerId);
    return chargeSavedCard({ ...common, owner, cardId, severalCaptures: false });
  }
  const keep = row.allowSavingCard || externalCustomerId !== null;
  const way = row.methodType === "card_present" ? { cardPresent: true } : typed(keep);
  const once = { gateway: account.gateway, customerRef, severalCaptures: false } as const;
  return payOrder({ ...common, ...once, ...way });
}

/** A card that is typed into the gateway's form in a browser. */
const typed = (keep: boolean) => ({ clientConfirms: true, card: { keep } });
