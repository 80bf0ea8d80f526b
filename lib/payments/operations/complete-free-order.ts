import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { lockOrder } from "@/lib/payments/store/orders";
import { placeOrder } from "@/lib/payments/store/place-order";

/**
 * Completes an order that costs nothing, without a gateway. A second call changes nothing.
 *
 * @throws DomainError order_not_payable when it does cost something, order_cancelled, out_of_stock
 */
export async function completeFreeOrder(command: {
  orderId: string;
  actor: string;
}): Promise<void> {
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, command.orderId);
    if (order.totalMinor > 0) {
      throw new DomainError("order_not_payable", "This order has to be paid.");
    }
    if (order.status === "cancelled") {
      throw new DomainError("order_cancelled", "This order is cancelled.");
    }
    if (order.placedAt !== null) return;
    if ((await placeOrder(tx, order)) === null) {
      throw new DomainError("out_of_stock", "The goods of this order are sold out.");
    }
    const data = { payment: "free", status: "complete" } as const;
    await tx.order.update({ where: { id: order.id }, data });
  });
}
