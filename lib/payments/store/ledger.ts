import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import {
  DISPUTE_ENTRY,
  entryForDispute,
  entryForFee,
  type LedgerEntry,
} from "@/lib/payments/core/ledger";
import type { GatewayDispute, PaymentState, TransactionState } from "@/lib/payments/core/types";

type Moved = Pick<TransactionState, "id" | "orderId" | "paymentId" | "currency">;

/** Appends one entry. The database refuses a second one of the same kind for the same transaction. */
export async function postEntry(tx: Tx, moved: Moved, entry: LedgerEntry): Promise<void> {
  const { kind, postings } = entry;
  const { id: transactionId, orderId, paymentId, currency } = moved;
  const id = newId();
  await tx.ledgerEntry.createMany({
    data: [{ id, transactionId, orderId, paymentId, kind, currency }],
  });
  await tx.ledgerPosting.createMany({
    data: postings.map(({ account, minor }) => ({
      entryId: id,
      account,
      amountMinor: BigInt(minor),
    })),
  });
}

/**
 * Brings the recorded fee of a payment up to what the gateway has taken so far. A fee is often known
 * only after the money has moved, and grows with each capture.
 */
export async function postFee(tx: Tx, payment: PaymentState, totalMinor: number): Promise<void> {
  const entries = await tx.ledgerEntry.findMany({
    where: { paymentId: payment.id, kind: { startsWith: "fee" } },
    select: { postings: { where: { account: "gateway_fees" } } },
  });
  const known = entries
    .flatMap(({ postings }) => postings)
    .reduce((total, { amountMinor }) => total + Number(amountMinor), 0);
  const first = firstTaking(payment);
  if (!first || totalMinor <= known) return;
  await postEntry(tx, first, entryForFee(totalMinor - known, entries.length));
}

const firstTaking = ({ transactions }: PaymentState) =>
  transactions.find(
    ({ kind, status }) => status === "succeeded" && (kind === "purchase" || kind === "capture"),
  );

/** Books the money that disputes took and gave back, each movement once. */
export async function postDisputes(
  tx: Tx,
  payment: PaymentState,
  disputes: GatewayDispute[],
): Promise<void> {
  const first = firstTaking(payment);
  const movements = disputes.flatMap((dispute) => dispute.movements);
  if (!first || movements.length === 0) return;
  const entries = await tx.ledgerEntry.findMany({
    where: { paymentId: payment.id, kind: { startsWith: DISPUTE_ENTRY } },
    select: { kind: true },
  });
  const known = new Set(entries.map(({ kind }) => kind));
  for (const entry of movements.map(entryForDispute)) {
    if (!known.has(entry.kind)) await postEntry(tx, first, entry);
  }
}
