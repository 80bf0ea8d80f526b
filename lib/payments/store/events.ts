import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";

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
  | "total_changed"
  | "order_cancelled"
  | "case_opened";

type Entry = {
  orderId: string;
  kind: OrderEventKind;
  actor: string;
  message: string;
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes the order's history for people. What one transaction writes keeps its order by the clock. */
export async function addOrderEvent(tx: Tx, entry: Entry): Promise<void> {
  const { orderId, kind, actor, message, facts = {} } = entry;
  await tx.$executeRaw`
    INSERT INTO order_events (id, order_id, kind, actor, message, facts, at)
    VALUES (${newId()}::uuid, ${orderId}::uuid, ${kind}, ${actor}, ${message},
      ${JSON.stringify(facts)}::jsonb, ${new Date()})`;
}
