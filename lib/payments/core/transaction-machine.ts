import type { TransactionEvent, TransactionStatus } from "./types";

/**
 * The life of a transaction. Only a refund can be reversed: a bank may send it back days after the
 * gateway called it done.
 */
// prettier-ignore
export const transactionMachine = {
  pending:         { succeed: "succeeded", decline: "failed", challenge: "requires_action", wait: "pending", lose: "unknown", abandon: "failed" },
  requires_action: { succeed: "succeeded", decline: "failed", challenge: "requires_action", wait: "pending", abandon: "failed" },
  unknown:         { succeed: "succeeded", decline: "failed", challenge: "requires_action", wait: "pending", lose: "unknown", abandon: "failed" },
  succeeded:       { reverse: "failed" },
  failed:          {},
} as const satisfies Record<TransactionStatus, Partial<Record<TransactionEvent, TransactionStatus>>>;

/** The status after `event`, or null when the event does not apply in this status. */
export function nextStatus(
  from: TransactionStatus,
  event: TransactionEvent,
): TransactionStatus | null {
  const exits: Partial<Record<TransactionEvent, TransactionStatus>> = transactionMachine[from];
  return exits[event] ?? null;
}

/** Its outcome is not settled: somebody still has to look. */
export function isOpen(transaction: { status: TransactionStatus }): boolean {
  return nextStatus(transaction.status, "succeed") !== null;
}
