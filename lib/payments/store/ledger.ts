import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import { entryForFee, type LedgerEntry } from "@/lib/payments/core/ledger";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";

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
  const first = payment.transactions.find(
    ({ kind, status }) => status === "succeeded" && (kind === "purchase" || kind === "capture"),
  );
  if (!first || totalMinor <= known) return;
  await postEntry(tx, first, entryForFee(totalMinor - known, entries.length));
}
