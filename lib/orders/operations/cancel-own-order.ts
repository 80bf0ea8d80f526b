import { cancelOrder } from "./cancel-order";

/**
 * A shopper calls their own order off, before anything was taken or sent. What is held for it is let go
 * at once: nobody has a reason to keep it.
 *
 * @throws DomainError not_found, wrong_state, gateway_down
 */
export async function cancelOwnOrder(orderId: string): Promise<void> {
  await cancelOrder({ orderId, actor: "shopper", letGo: true });
}
