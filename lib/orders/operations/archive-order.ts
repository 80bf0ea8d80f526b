import { database } from "@/lib/db/client";

/** Puts an order away, or takes it out again: nothing else about it changes. A second call changes nothing. */
export async function archiveOrder(command: { orderId: string; is: boolean }): Promise<void> {
  const { orderId: id, is } = command;
  const db = await database();
  await db.order.updateMany({
    where: { id, archivedAt: is ? null : { not: null } },
    data: { archivedAt: is ? new Date() : null },
  });
}
