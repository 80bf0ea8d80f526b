import type { Prisma } from "@/lib/db/client";
import { inTransaction, isDuplicate, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { requestHash } from "@/lib/payments/core/request-hash";
import type { RegisterAccount } from "../accounts";
import { customerRefOf } from "../customers";
import { inPersonOf, type InPersonPayment, type MethodType } from "../in-person";
import { writeSale, type SaleContent } from "../sale";
import { attempt, type CaptureMethod } from "./attempt";
import { lookInPerson } from "./look";

export type BeginPayment = {
  account: RegisterAccount;
  actor: string;
  /** The caller's own name of it: unique in the account, and the key of a repeated request. */
  externalTransactionId: string;
  /** Payments (`pi_…`) that this transaction has already, when it is split. */
  knownPaymentRefs?: string[] | undefined;
  methodType: MethodType;
  captureMethod: CaptureMethod;
  /** A sale of its own, or (a part of) what an open sale costs. */
  sale: SaleContent | { orderId: string; amountMinor?: number | undefined };
  externalCustomerId?: string | undefined;
  allowSavingCard?: boolean | undefined;
  /** A card on file (`pm_…`) that is charged at once. */
  methodRef?: string | undefined;
};

/**
 * Begins a payment in person. With a card on file it is charged here; otherwise it waits for a reader, or
 * for a card form in a browser. The same request again gives the same payment as it stands now, also when
 * both come at once, or when the first one's process died half-way.
 *
 * @throws DomainError key_reused for another request under a known transaction id; not_found for an unknown
 *   card on file; amount_invalid, out_of_stock, price_unavailable, order_not_payable, amount_too_large,
 *   gateway_disabled, gateway_down
 */
export async function beginPayment(command: BeginPayment): Promise<InPersonPayment> {
  const { account, externalCustomerId, methodRef, captureMethod, actor } = command;
  if (methodRef !== undefined && externalCustomerId === undefined) {
    throw new DomainError("invalid_input", "A card on file needs the customer that it belongs to.");
  }
  const customerRef =
    externalCustomerId === undefined ? undefined : await customerRefOf(account, externalCustomerId);
  const row = await claimRow(command);
  if (row.paymentId !== null) return known(account, await inPersonOf(row, row.paymentId));
  const { sale } = command;
  const amountMinor = "orderId" in sale ? sale.amountMinor : undefined;
  const asked = { actor, captureMethod, customerRef, amountMinor, methodRef };
  return attempt(account, row, { ...asked, number: 0 });
}

/** What the gateway never answered is looked for now: whoever asks again waits for its name. */
function known(account: RegisterAccount, before: InPersonPayment) {
  return before.payment.gatewayRef === null ? lookInPerson(account, before) : before;
}

async function claimRow(command: BeginPayment): Promise<Row> {
  try {
    return await inTransaction((tx) => claim(tx, command));
  } catch (error) {
    // The same request came first, in this process or another: its row is there now.
    if (!isDuplicate(error)) throw error;
    return inTransaction((tx) => claim(tx, command));
  }
}

type Row = Prisma.InPersonPaymentGetPayload<object>;

async function claim(tx: Tx, command: BeginPayment): Promise<Row> {
  const { account, externalTransactionId, knownPaymentRefs = [], actor, sale } = command;
  const { methodType, externalCustomerId, allowSavingCard = false, methodRef } = command;
  const hash = hashOf(command);
  const rows = await tx.inPersonPayment.findMany({
    where: { accountId: account.id, externalTransactionId },
    orderBy: { part: "asc" },
  });
  const same = rows.find((row) => row.requestHash === hash);
  if (same) return same;
  await requireKnown(tx, rows, knownPaymentRefs);

  const part = rows.length;
  const key = `intent:${externalTransactionId}:${part}`;
  const { orderId } =
    "orderId" in sale
      ? sale
      : await writeSale(tx, { ...sale, account, key, actor, externalRef: externalTransactionId });
  return tx.inPersonPayment.create({
    data: {
      accountId: account.id,
      orderId,
      externalTransactionId,
      part,
      requestHash: hash,
      methodType,
      tipMinor: "tipMinor" in sale ? (sale.tipMinor ?? 0) : 0,
      externalCustomerId: externalCustomerId ?? null,
      allowSavingCard,
      methodRef: methodRef ?? null,
    },
  });
}

function hashOf({ account: _account, actor: _actor, ...request }: BeginPayment): string {
  return requestHash(request);
}

/** The words of the document that these clients were written to. */
const alreadyThere =
  "Your request includes either a payment_id or external_payment_id/external_transaction_id that " +
  "already exists. To update an existing payment use PUT /v1/payment/intent, or include " +
  "known_payment_ids to add a payment to the same transaction.";

async function requireKnown(tx: Tx, rows: Row[], knownRefs: string[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
  const payments = await tx.payment.findMany({
    where: { id: { in: ids } },
    select: { gatewayRef: true },
  });
  const isKnown = payments.every(({ gatewayRef }) => knownRefs.includes(gatewayRef ?? ""));
  if (isKnown && ids.length === rows.length) return;
  throw new DomainError("key_reused", alreadyThere, { what: "external_transaction_id" });
}
