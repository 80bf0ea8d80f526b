import { DomainError } from "@/lib/errors";
import { openPrimary } from "@/lib/payments/core/sums";
import type { TransactionState } from "@/lib/payments/core/types";
import { readPayment } from "@/lib/payments/store/orders";
import { closePayment } from "./carry-out";
import { voidPayment, type VoidPayment } from "./void-payment";

/**
 * Ends a payment that has not taken money: lets go of what is held, or closes what still waits for the
 * shopper. Undefined: it was closed, and nothing had to be let go of.
 *
 * @throws DomainError nothing_to_void when its money was taken, or nothing of it is left; gateway_down
 */
export async function cancelPayment(command: VoidPayment): Promise<TransactionState | undefined> {
  const payment = await readPayment(command.paymentId);
  const isOfOrder = command.orderId === undefined || payment.orderId === command.orderId;
  if (!isOfOrder || openPrimary(payment) === undefined) return voidPayment(command);
  const after = await closePayment(payment.id, command.actor);
  if (openPrimary(after) !== undefined) {
    throw new DomainError("gateway_down", "The payment is still being checked. Try again soon.");
  }
  // It was authorized a moment ago: then there is something to let go of after all.
  return after.authorizedMinor > 0 ? voidPayment(command) : undefined;
}
