import { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import {
  DISPUTE_ENTRY,
  entryForDispute,
  entryForFee,
  type LedgerEntry,
} from "@/lib/payments/core/ledger";
import type { GatewayDispute } from "@/lib/payments/core/gateway-answers";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";

type Moved = Pick<TransactionState, "id" | "orderId" | "paymentId" | "currency">;

/** Appends one entry. The database refuses a second one of the same kind for the same transaction. */
export async function postEntry(tx: Tx, moved: Moved, { kind, postings }: LedgerEntry) {
  const { id: transactionId, orderId, paymentId, currency } = moved;
  const id = newId();
  const rows = postings.map(
    ({ account, minor }) => Prisma.sql`(${newId()}::uuid, ${id}::uuid, ${account}, ${minor})`,
  );
  await tx.$executeRaw`
    WITH entry AS (
      INSERT INTO ledger_entries (id, transaction_id, order_id, payment_id, kind, currency, created_at)
      VALUES (${id}::uuid, ${transactionId}::uuid, ${orderId}::uuid, ${paymentId}::uuid, ${kind},
        ${currency}, ${new Date()})
    )
    INSERT INTO ledger_postings (id, entry_id, account, amount_minor) VALUES ${Prisma.join(rows)}`;
}

/**
 * Brings the recorded fee of a payment up to what the gateway has taken so far. A fee is often known
 * only after the money has moved, and grows with each capture.
 */
export async function postFee(tx: Tx, payment: PaymentState, totalMinor: number): Promise<void> {
  const first = firstTaking(payment);
  if (!first) return;
  const [known] = await tx.$queryRaw<{ entries: number; minor: number }[]>`
    SELECT count(DISTINCT e.id)::int AS entries, coalesce(sum(p.amount_minor), 0)::float8 AS minor
    FROM ledger_entries e
    LEFT JOIN ledger_postings p ON p.entry_id = e.id AND p.account = 'gateway_fees'
    WHERE e.payment_id = ${payment.id}::uuid AND starts_with(e.kind, 'fee')`;
  const { entries = 0, minor = 0 } = known ?? {};
  if (totalMinor > minor) await postEntry(tx, first, entryForFee(totalMinor - minor, entries));
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
