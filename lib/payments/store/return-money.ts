import type { Tx } from "@/lib/db/transaction";
import { planRefund, planVoid } from "@/lib/payments/core/plan";
import { heldMinor, liveMinor, refundableMinor, voidableMinor } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState, TransactionPlan } from "@/lib/payments/core/types";
import { openCase } from "./cases";
import { addTransaction } from "./transactions";

const causes = {
  paid_twice: "This order was paid twice: the second payment is being returned.",
  paid_after_cancel: "A cancelled order was paid: the payment is being returned.",
  paid_without_stock: "Paid when the goods were sold out: the payment is being returned.",
} as const;
export type ReturnCause = keyof typeof causes;

/** A transaction that is written and has to be carried out. */
export type FollowUp = { paymentId: string; transactionId: string };

/**
 * Writes the transactions that give unwanted money back; the caller carries them out, and recovery
 * does if the caller cannot. The case stays open until the money is back.
 */
export async function returnMoney(
  tx: Tx,
  order: OrderState,
  changed: PaymentState,
  cause: ReturnCause,
): Promise<FollowUp[]> {
  await openCase(tx, {
    kind: cause,
    key: changed.id,
    message: causes[cause],
    orderId: order.id,
    paymentId: changed.id,
    facts: { amountMinor: changed.authorizedMinor, currency: changed.currency },
  });
  const payments = cause === "paid_without_stock" ? order.payments : [changed];
  const excess = liveMinor(order.payments) - order.totalMinor;
  const plans = payments.flatMap((payment) =>
    plansFor(payment, cause === "paid_twice" ? excess : payment.amountMinor),
  );
  const written: FollowUp[] = [];
  for (const plan of plans) {
    const { id, paymentId } = await addTransaction(tx, order, plan);
    written.push({ paymentId, transactionId: id });
  }
  return written;
}

/** A hold can only be let go as a whole: where less is unwanted, a merchant has to decide. */
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
