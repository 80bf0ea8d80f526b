import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { ClientAddress } from "../client-address";

export type EditOrder = {
  orderId: string;
  actor: string;
  shippingAddress?: ClientAddress | undefined;
  clientNumber?: string | undefined;
  externalRef?: string | undefined;
};

/**
 * Changes what an order is called and where it goes. It goes nowhere else once it was sent.
 * @throws DomainError not_found; wrong_state
 */
export async function editOrder(command: EditOrder): Promise<void> {
  const { orderId, actor, shippingAddress, clientNumber, externalRef } = command;
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
    const order = await tx.order.findUnique({
      where: { id: orderId },
      select: { status: true, fulfilment: true, anonymizedAt: true },
    });
    if (order === null) throw new DomainError("not_found", "There is no such order.");
    const isSent = order.fulfilment === "fulfilled" || order.status === "cancelled";
    if (order.anonymizedAt !== null || (shippingAddress !== undefined && isSent)) {
      const message = "Order cannot be updated in its current state";
      throw new DomainError("wrong_state", message, { what: "Order" });
    }
    await tx.order.update({
      where: { id: orderId },
      data: { shippingAddress, clientNumber, externalRef },
    });
    const changed = Object.entries({ shippingAddress, clientNumber, externalRef })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name);
    const message = "The order was changed";
    await tx.orderEvent.create({
      data: { orderId, kind: "order_updated", actor, message, facts: { changed } },
    });
  });
}
