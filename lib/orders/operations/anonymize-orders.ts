import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

const nobody = "anonymized";

/**
 * Takes out of orders who they were for: names, addresses, e-mail, and the letters that were sent. What
 * was bought and paid stays, because the books need it. All of them, or none.
 *
 * @throws DomainError not_found; wrong_state when one of them is still under way
 */
export async function anonymizeOrders(command: { orderIds: string[]; actor: string }) {
  await inTransaction(async (tx) => {
    // Always in the same order, so that two requests never wait for each other in a circle.
    for (const orderId of command.orderIds.toSorted()) {
      await anonymize(tx, orderId, command.actor);
    }
  });
}

async function anonymize(tx: Tx, orderId: string, actor: string): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
  const order = await tx.order.findUnique({ where: { id: orderId } });
  if (order === null) throw new DomainError("not_found", "Order not found", { order_id: orderId });
  if (order.anonymizedAt !== null) return;
  const { status, payment, fulfilment } = order;
  if (status !== "cancelled" && payment !== "refunded" && fulfilment !== "fulfilled") {
    const message =
      `Order has status: order:${status}, payment:${payment}, shipping:${fulfilment}; ` +
      "only fulfilled or refunded or cancelled orders may be anonymized";
    throw new DomainError("wrong_state", message, { what: "Anonymize", order_id: orderId });
  }
  const email = `${nobody}-${orderId}@${nobody}.invalid`;
  const address = { name: nobody, country: "" };
  await tx.order.update({
    where: { id: orderId },
    data: {
      email,
      name: nobody,
      phone: null,
      billingAddress: address,
      ...(order.shippingAddress !== null && { shippingAddress: address }),
      anonymizedAt: new Date(),
    },
  });
  await tx.mail.updateMany({
    where: { orderId },
    data: { recipient: email, html: "", text: "" },
  });
  await tx.promotionRedemption.updateMany({ where: { orderId }, data: { email } });
  const message = "The shopper's name, addresses and e-mail were taken out";
  await tx.orderEvent.create({ data: { orderId, kind: "order_anonymized", actor, message } });
}
