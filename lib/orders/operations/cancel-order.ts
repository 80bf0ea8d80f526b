import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { releaseReservations, restockReservations } from "@/lib/inventory/reservations";
import { queueMail } from "@/lib/mail/queue-mail";
import { canShopperCancel } from "@/lib/orders/shopper-state";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";

/**
 * Cancels an order that was not sent. What may still be paid for it is closed at the gateway first, and
 * its goods go back on the shelf. Money that was taken stays until somebody refunds it, and a hold until
 * somebody lets it go: that is a decision of its own. A second call changes nothing.
 *
 * @param onlyUntaken refuses when money was taken for it, as for a shopper
 * @throws DomainError not_found; wrong_state when it is fulfilled; gateway_down when the gateway does not
 *   say whether it was paid
 */
export async function cancelOrder(command: {
  orderId: string;
  actor: string;
  onlyUntaken?: boolean;
}): Promise<void> {
  const { orderId, actor, onlyUntaken = false } = command;
  await closeOrderPayments(command).catch((error: unknown) => {
    // It was paid a moment ago, which does not keep anybody from cancelling it.
    if (!(error instanceof DomainError) || error.code !== "wrong_state") throw error;
  });
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
    const order = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { status: true, payment: true, fulfilment: true, placedAt: true },
    });
    if (order.status === "cancelled") return;
    if (order.fulfilment !== "unfulfilled" && order.fulfilment !== "not_required") {
      throw new DomainError("wrong_state", "An order that was sent cannot be cancelled", {
        what: "Order",
      });
    }
    if (onlyUntaken && !canShopperCancel(order)) {
      throw new DomainError("wrong_state", "This order is paid already.", { what: "Order" });
    }
    await tx.order.update({
      where: { id: orderId },
      data: { status: "cancelled", cancelledAt: new Date() },
    });
    await releaseReservations(tx, orderId);
    await restockReservations(tx, orderId);
    const message = "The order was cancelled";
    await tx.orderEvent.create({ data: { orderId, kind: "order_cancelled", actor, message } });
    if (order.placedAt === null) return;
    const dedupeKey = `order_cancelled:${orderId}`;
    await queueMail(tx, { kind: "order_cancelled", orderId, facts: {}, dedupeKey });
  });
}
