import { DomainError } from "@/lib/errors";
import { liveMinor, openPrimary } from "@/lib/payments/core/sums";
import { readOrder } from "@/lib/payments/store/orders";
import { closePayment } from "./carry-out";

/**
 * Ends every open payment of an order at its gateway, so that the order can be cancelled or replaced
 * and nobody pays it afterwards.
 *
 * @throws DomainError wrong_state when one of them turns out to be paid (it is recorded then),
 *   gateway_down when the gateway does not say
 */
export async function closeOrderPayments(command: {
  orderId: string;
  actor: string;
}): Promise<void> {
  const { payments } = await readOrder(command.orderId);
  for (const payment of payments) {
    if (openPrimary(payment) === undefined) continue;
    const after = await closePayment(payment.id, command.actor);
    if (liveMinor([after]) > 0) {
      throw new DomainError("wrong_state", "This order was paid in the meantime.", {
        paymentId: payment.id,
      });
    }
    if (openPrimary(after) !== undefined) {
      throw new DomainError("gateway_down", "The payment is still being checked. Try again soon.");
    }
  }
}
