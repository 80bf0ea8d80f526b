import type { Tx } from "@/lib/db/transaction";
import { withTransactions } from "@/lib/payments/core/changes";
import { planCapture } from "@/lib/payments/core/plan";
import { capturableOf } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState, TransactionState } from "@/lib/payments/core/types";
import { addTransaction } from "./transactions";

const wantsIt = ({ transactions }: PaymentState) =>
  transactions.some(({ request, status }) => request.captureWhenPlaced && status === "succeeded");

/**
 * The captures of an order that was placed just now: its goods are confirmed, so what was held for them
 * is taken. Written in the transaction that confirms them; the caller carries them out, and recovery
 * does if the caller cannot.
 */
export async function capturePlaced(tx: Tx, order: OrderState): Promise<TransactionState[]> {
  const written: TransactionState[] = [];
  for (const payment of order.payments) {
    // Each one leaves less for the next to take.
    const now = withTransactions(order, written);
    if (!wantsIt(payment) || capturableOf(now, payment) === 0) continue;
    const command = { paymentId: payment.id, actor: "system", reason: "stock_confirmed" };
    written.push(await addTransaction(tx, order, planCapture(now, payment, command)));
  }
  return written;
}
