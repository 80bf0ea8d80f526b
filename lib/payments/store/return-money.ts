import type { Tx } from "@/lib/db/transaction";
import { planRefund, planVoid } from "@/lib/payments/core/plan";
import { heldMinor, liveMinor, refundableMinor, voidableMinor } from "@/lib/payments/core/sums";
import type {
  OrderState,
  PaymentState,
  TransactionPlan,
  TransactionState,
} from "@/lib/payments/core/types";
import { openCase, settleCases } from "./cases";
import { addTransaction } from "./transactions";

const causes = {
  paid_twice: "This order was paid twice: the second payment is being returned.",
  paid_after_cancel: "A cancelled order was paid: the payment is being returned.",
  paid_without_stock: "Paid when the goods were sold out: the payment is being returned.",
} as const;
export type ReturnCause = keyof typeof causes;

/** Nothing of it can go back before it is captured, and a capture never takes more than is wanted. */
const HELD_FOR_TOO_MUCH =
  "More is held for this order than it costs: a capture takes what it costs, and lets go of the rest.";

/**
 * Writes the transactions that give unwanted money back; the caller carries them out, and recovery
 * does if the caller cannot. The case stays open until the money is back.
 */
export async function returnMoney(
  tx: Tx,
  order: OrderState,
  changed: PaymentState,
  cause: ReturnCause,
): Promise<TransactionState[]> {
  const payments = cause === "paid_without_stock" ? order.payments : [changed];
  const excess = liveMinor(order.payments) - order.totalMinor;
  const plans = payments.flatMap((payment) =>
    plansFor(payment, cause === "paid_twice" ? excess : payment.amountMinor),
  );
  await openCase(tx, {
    kind: cause,
    key: changed.id,
    message: plans.length > 0 ? causes[cause] : HELD_FOR_TOO_MUCH,
    orderId: order.id,
    paymentId: changed.id,
    facts: { amountMinor: changed.authorizedMinor, currency: changed.currency },
  });
  const written: TransactionState[] = [];
  for (const plan of plans) written.push(await addTransaction(tx, order, plan));
  return written;
}

/**
 * A hold can only be let go as a whole. Where less of it is unwanted it stays until a merchant captures
 * the part that the order still needs, which lets go of the rest.
 */
function plansFor(payment: PaymentState, unwantedMinor: number): TransactionPlan[] {
  const command = { paymentId: payment.id, actor: "system", reason: "duplicate" };
  const plans: TransactionPlan[] = [];
  const refundable = Math.min(refundableMinor(payment), unwantedMinor);
  if (refundable > 0) plans.push(planRefund(payment, { ...command, amountMinor: refundable }));
  if (voidableMinor(payment) > 0 && heldMinor(payment) <= unwantedMinor) {
    plans.push(planVoid(payment, command));
  }
  return plans;
}

/**
 * Money has gone back: the cases that waited for that are over. A refund that the bank had sent back
 * is made good when nothing is left to refund.
 */
export async function settleReturned(
  tx: Tx,
  order: OrderState,
  changed: PaymentState,
): Promise<void> {
  const live = liveMinor(order.payments);
  const over: string[] = [];
  if (live <= (order.status === "cancelled" ? 0 : order.totalMinor)) over.push("paid_twice");
  if (live === 0) over.push("paid_after_cancel", "paid_without_stock");
  const keys = order.payments.flatMap(({ id }) => over.map((kind) => `${kind}:${id}`));
  if (live === 0) keys.push(`part_paid:${order.id}`);
  await settleCases(tx, { dedupeKey: { in: keys } }, "The money is back.");
  if (refundableMinor(changed) === 0 && changed.refundedMinor === changed.capturedMinor) {
    const where = { kind: "refund_failed", paymentId: changed.id };
    await settleCases(tx, where, "All of it was refunded since.");
  }
  await settleBounced(tx, order);
}

/**
 * A refund that the bank sent back is owed to nobody when it was asked for before the order was placed:
 * what came back has paid for the order, or the rest of it was returned as too much.
 */
export async function settleBounced(tx: Tx, order: OrderState): Promise<void> {
  const { placedAt, payments, totalMinor } = order;
  if (placedAt === null || liveMinor(payments) > totalMinor) return;
  const bounced = payments
    .flatMap(({ transactions }) => transactions)
    .filter(({ kind, status, createdAt }) => {
      return kind === "refund" && status === "failed" && createdAt < placedAt;
    });
  if (bounced.length === 0) return;
  const keys = bounced.map(({ gatewayRef }) => `refund_failed:${gatewayRef}`);
  await settleCases(tx, { dedupeKey: { in: keys } }, "The order has what it costs, and no more.");
}
