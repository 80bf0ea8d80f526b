import { inTransaction } from "@/lib/db/transaction";
import type { PaymentCommand } from "@/lib/payments/core/plan";
import { requestHash } from "@/lib/payments/core/request-hash";
import type {
  OrderState,
  PaymentState,
  TransactionPlan,
  TransactionState,
} from "@/lib/payments/core/types";
import { lockPayment } from "@/lib/payments/store/orders";
import { addTransaction, replayOf } from "@/lib/payments/store/transactions";
import { carryOut } from "./carry-out";

type Decide = (payment: PaymentState, order: OrderState) => TransactionPlan;

/**
 * The beats that capture, refund and void share: decide under the order's lock, write the intent, then
 * ask and record. A second call with the same key gives what the first one made.
 */
export async function changePayment(
  verb: "capture" | "refund" | "void",
  command: PaymentCommand & { mechanism?: string | undefined },
  decide: Decide,
): Promise<TransactionState> {
  const { actor: _actor, orderId: _orderId, idempotencyKey, ...asked } = command;
  const request = { verb, ...asked };
  const intent = await inTransaction(async (tx) => {
    const { order, payment } = await lockPayment(tx, command);
    const known = replayOf(order, idempotencyKey, request);
    if (known) return { transaction: known, isNew: false };
    const plan = { ...decide(payment, order), requestHash: requestHash(request) };
    return { transaction: await addTransaction(tx, order, plan), isNew: true };
  });
  if (!intent.isNew) return intent.transaction;
  const { transaction } = await carryOut({
    paymentId: command.paymentId,
    transactionId: intent.transaction.id,
  });
  return transaction;
}
