import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

/**
 * Says that a placed order may be worked on. A second call changes nothing.
 * @throws DomainError not_found; wrong_state when it is not placed, or is cancelled
 */
export async function approveOrder(command: { orderId: string; actor: string }): Promise<void> {
  const { orderId, actor } = command;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
    const order = await tx.order.findUnique({
      where: { id: orderId },
      select: { status: true, placedAt: true, approvedAt: true },
    });
    if (order === null) throw new DomainError("not_found", "There is no such order.");
    if (order.approvedAt !== null) return;
    if (order.placedAt === null || order.status === "cancelled") {
      throw new DomainError("wrong_state", "Only a placed order can be approved", {
        what: "Order",
      });
    }
    await tx.order.update({ where: { id: orderId }, data: { approvedAt: new Date() } });
    const message = "The order was approved";
    await tx.orderEvent.create({ data: { orderId, kind: "order_approved", actor, message } });
  });
}
