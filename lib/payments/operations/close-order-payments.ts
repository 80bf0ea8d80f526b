import { DomainError } from "@/lib/errors";
import { planVoid } from "@/lib/payments/core/plan";
import { heldMinor, liveMinor, openPrimary } from "@/lib/payments/core/sums";
import { readOrder } from "@/lib/payments/store/orders";
import { closePayment } from "./carry-out";
import { changePayment } from "./change-payment";

/**
 * Ends every open payment of an order at its gateway, so that the order can be cancelled or replaced
 * and nobody pays it afterwards. What gift cards hold for it goes back to them, last: a page that turns
 * out to be paid has paid only the rest. `keepGiftCards`: only the pages end, because others follow.
 *
 * @throws DomainError wrong_state when one of them turns out to be paid (it is recorded then),
 *   gateway_down when the gateway does not say
 */
export async function closeOrderPayments(command: {
  orderId: string;
  actor: string;
  keepGiftCards?: boolean;
}): Promise<void> {
  const { payments } = await readOrder(command.orderId);
  for (const payment of payments) {
    if (openPrimary(payment) === undefined) continue;
    const after = await closePayment(payment.id, command.actor);
    if (liveMinor([after]) > 0 && payment.gateway !== "gift_card") {
      throw new DomainError("wrong_state", "This order was paid in the meantime.", {
        paymentId: payment.id,
      });
    }
    if (openPrimary(after) !== undefined) {
      throw new DomainError("gateway_down", "The payment is still being checked. Try again soon.");
    }
  }
  if (!command.keepGiftCards) await releaseGiftCards(command);
}

async function releaseGiftCards({ orderId, actor }: { orderId: string; actor: string }) {
  const { payments, placedAt } = await readOrder(orderId);
  if (placedAt !== null) return;
  for (const payment of payments) {
    if (payment.gateway !== "gift_card" || heldMinor(payment) === 0) continue;
    const command = { orderId, paymentId: payment.id, actor };
    await changePayment("void", command, (now, order) => {
      if (order.placedAt === null) return planVoid(now, command);
      throw new DomainError("wrong_state", "This order was paid in the meantime.");
    });
  }
}
