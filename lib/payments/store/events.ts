import type { Tx } from "@/lib/db/transaction";

export type OrderEventKind =
  | "amount_changed"
  | "payment_started"
  | "payment_action_required"
  | "payment_authorized"
  | "payment_succeeded"
  | "payment_captured"
  | "payment_failed"
  | "payment_voided"
  | "payment_unknown"
  | "refund_succeeded"
  | "refund_pending"
  | "refund_failed"
  | "order_placed"
  | "order_cancelled"
  | "case_opened";

type Entry = {
  orderId: string;
  kind: OrderEventKind;
  actor: string;
  message: string;
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes the order's history for people. */
export async function addOrderEvent(tx: Tx, entry: Entry): Promise<void> {
  await tx.orderEvent.create({ data: { ...entry, facts: entry.facts ?? {} } });
}
