import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import type { Currency } from "@/lib/money/currency";
import type { PaymentState } from "@/lib/payments/core/types";
import { chargeSavedCard } from "@/lib/payments/wallet/charge";
import { walletOf } from "../wallet-of";

export type ChargeShopper = {
  shopperId: string;
  cardId: string;
  actor: string;
  idempotencyKey: string;
} & (
  | { orderId: string }
  /** What is charged for, where no order is there yet: it becomes one, of one line. */
  | { amountMinor: number; currency: Currency; title: string }
);

/**
 * Charges a shopper's saved card while they are away: for an order of theirs that is not paid, or for a new
 * amount. Where their bank wants to see them, they get a mail with a link to pay.
 *
 * @throws DomainError not_found, and as `payOrder` does
 */
export async function chargeShopper(command: ChargeShopper): Promise<PaymentState> {
  const { shopperId, cardId, actor, idempotencyKey } = command;
  const orderId = "orderId" in command ? await ownOrder(command) : await newOrder(command);
  const { owner } = walletOf({ id: shopperId });
  return chargeSavedCard({ orderId, owner, cardId, method: "purchase", actor, idempotencyKey });
}

async function ownOrder({ orderId, shopperId }: { orderId: string; shopperId: string }) {
  const db = await database();
  const order = await db.order.findFirst({
    where: { id: orderId, shopperId },
    select: { id: true },
  });
  if (order === null)
    throw new DomainError("not_found", "There is no such order of this customer.");
  return order.id;
}

type NewAmount = Extract<ChargeShopper, { amountMinor: number }>;

/** The form's key names the order, so that the same form sent twice makes one order and one charge. */
async function newOrder(command: NewAmount): Promise<string> {
  const { shopperId, amountMinor, currency, title, idempotencyKey, actor } = command;
  return inTransaction(async (tx) => {
    const shopper = await tx.shopper.findUnique({ where: { id: shopperId } });
    if (shopper === null) throw new DomainError("not_found", "There is no such customer.");
    await tx.$queryRaw`SELECT 1 FROM shoppers WHERE id = ${shopperId} FOR UPDATE`;
    const known = await tx.order.findFirst({
      where: { shopperId, externalRef: idempotencyKey },
      select: { id: true },
    });
    if (known) return known.id;
    const total = BigInt(amountMinor);
    const { id } = await tx.order.create({
      data: {
        id: newId(),
        accessToken: newToken(),
        channel: "admin",
        currency,
        locale: shopper.locale,
        email: shopper.email,
        name: shopper.name,
        phone: shopper.phone,
        billingAddress: {},
        fulfilment: "not_required",
        subtotalMinor: total,
        totalMinor: total,
        shopperId,
        externalRef: idempotencyKey,
        lines: {
          create: {
            position: 0,
            sku: "",
            title,
            quantity: 1,
            unitPriceMinor: total,
            totalMinor: total,
          },
        },
        events: {
          create: { kind: "order_created", actor, message: `A charge was made: ${title}` },
        },
      },
      select: { id: true },
    });
    return id;
  });
}
