import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { queueMail } from "@/lib/mail/queue-mail";
import { isSettled } from "@/lib/payments/core/sums";
import { lockOrder } from "@/lib/payments/store/orders";

/**
 * Says that an order was sent. A second call changes nothing. One that was captured in part, with the rest let go
 * of, is paid as far as it will be, and can be sent.
 * @throws DomainError not_found; wrong_state when it is not paid, or is cancelled
 */
export async function fulfilOrder(command: { orderId: string; actor: string }): Promise<void> {
  const { orderId, actor } = command;
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const { fulfilment } = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { fulfilment: true },
    });
    if (fulfilment === "fulfilled") return;
    const isPaid = ["paid", "partially_refunded", "free"].includes(order.payment);
    const isComplete = order.status === "complete" && isPaid;
    if (order.status === "cancelled" || !(isComplete || isSettled(order))) {
      throw new DomainError("wrong_state", "Only a paid order can be fulfilled", { what: "Order" });
    }
    await tx.order.update({ where: { id: orderId }, data: { fulfilment: "fulfilled" } });
    const message = "The order was sent";
    await tx.orderEvent.create({ data: { orderId, kind: "order_fulfilled", actor, message } });
    const dedupeKey = `order_shipped:${orderId}`;
    await queueMail(tx, { kind: "order_shipped", orderId, facts: {}, dedupeKey });
  });
}
