import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { queueMail } from "@/lib/mail/queue-mail";

/**
 * Says that an order was sent. A second call changes nothing.
 * @throws DomainError not_found; wrong_state when it is not paid, or is cancelled
 */
export async function fulfilOrder(command: { orderId: string; actor: string }): Promise<void> {
  const { orderId, actor } = command;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
    const order = await tx.order.findUnique({
      where: { id: orderId },
      select: { status: true, payment: true, fulfilment: true },
    });
    if (order === null) throw new DomainError("not_found", "There is no such order.");
    if (order.fulfilment === "fulfilled") return;
    const isPaid = ["paid", "partially_refunded", "free"].includes(order.payment);
    if (order.status !== "complete" || !isPaid) {
      throw new DomainError("wrong_state", "Only a paid order can be fulfilled", { what: "Order" });
    }
    await tx.order.update({ where: { id: orderId }, data: { fulfilment: "fulfilled" } });
    const message = "The order was sent";
    await tx.orderEvent.create({ data: { orderId, kind: "order_fulfilled", actor, message } });
    const dedupeKey = `order_shipped:${orderId}`;
    await queueMail(tx, { kind: "order_shipped", orderId, facts: {}, dedupeKey });
  });
}
