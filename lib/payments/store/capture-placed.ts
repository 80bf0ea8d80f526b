import type { Tx } from "@/lib/db/transaction";
import { planCapture } from "@/lib/payments/core/plan";
import { capturableOf } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import type { FollowUp } from "./return-money";
import { addTransaction } from "./transactions";

const wantsIt = ({ transactions }: PaymentState) =>
  transactions.some(({ request, status }) => request.captureWhenPlaced && status === "succeeded");

/**
 * The captures of an order that was placed just now: its goods are confirmed, so what was held for them
 * is taken. Written in the transaction that confirms them; the caller carries them out, and recovery
 * does if the caller cannot.
 */
export async function capturePlaced(tx: Tx, order: OrderState): Promise<FollowUp[]> {
  const written: FollowUp[] = [];
  for (const payment of order.payments) {
    if (!wantsIt(payment) || capturableOf(order, payment) === 0) continue;
    const command = { paymentId: payment.id, actor: "system", reason: "stock_confirmed" };
    const { id } = await addTransaction(tx, order, planCapture(order, payment, command));
    written.push({ paymentId: payment.id, transactionId: id });
  }
  return written;
}
