import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { releaseReservations, restockReservations } from "@/lib/inventory/reservations";
import { queueMail } from "@/lib/mail/queue-mail";
import { canShopperCancel } from "@/lib/orders/shopper-state";
import type { OrderFulfilment } from "@/lib/orders/views";
import { planVoid } from "@/lib/payments/core/plan";
import { heldMinor, voidableMinor } from "@/lib/payments/core/sums";
import type { OrderState, TransactionState } from "@/lib/payments/core/types";
import { carryOut } from "@/lib/payments/operations/carry-out";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { lockOrder } from "@/lib/payments/store/orders";
import { addTransaction } from "@/lib/payments/store/transactions";

/**
 * Cancels an order that was not sent. What may still be paid for it is closed at the gateway first, and
 * its goods go back on the shelf. Money that was taken stays until somebody refunds it, and a hold until
 * somebody lets it go: that is a decision of its own. A second call changes nothing.
 *
 * @param letGo refuses when money was taken for it or is being taken, and lets go of what is held for it:
 *   as for a shopper. Both are decided at once, so nobody takes the money of an order that is called off.
 * @throws DomainError not_found; wrong_state when it is fulfilled; gateway_down when the gateway does not
 *   say whether it was paid
 */
export async function cancelOrder(command: {
  orderId: string;
  actor: string;
  letGo?: boolean;
}): Promise<void> {
  const { orderId, actor, letGo = false } = command;
  await closeOrderPayments(command).catch((error: unknown) => {
    // It was paid a moment ago, which does not keep anybody from cancelling it.
    if (!(error instanceof DomainError) || error.code !== "wrong_state") throw error;
  });
  const releases = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order.status === "cancelled") return [];
    const { fulfilment } = await tx.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { fulfilment: true },
    });
    requireCancellable({ ...order, fulfilment }, letGo);
    await writeCancelled(tx, order, actor);
    const held = letGo ? order.payments.filter((payment) => heldMinor(payment) > 0) : [];
    const plans = held.map((payment) => planVoid(payment, { paymentId: payment.id, actor }));
    const written: TransactionState[] = [];
    for (const plan of plans) written.push(await addTransaction(tx, order, plan));
    return written;
  });
  // Written down as due already: where this ends here, recovery lets go of it.
  for (const { id, paymentId } of releases) await carryOut({ paymentId, transactionId: id });
}

type Cancellable = OrderState & { fulfilment: OrderFulfilment };

function requireCancellable(order: Cancellable, letGo: boolean): void {
  const what = { what: "Order" };
  if (order.fulfilment !== "unfulfilled" && order.fulfilment !== "not_required") {
    throw new DomainError("wrong_state", "An order that was sent cannot be cancelled", what);
  }
  const isCapturing = order.payments.some(
    (payment) => heldMinor(payment) > 0 && voidableMinor(payment) === 0,
  );
  if (letGo && !canShopperCancel({ ...order, isCapturing })) {
    throw new DomainError("wrong_state", "This order is paid already.", what);
  }
}

async function writeCancelled(tx: Tx, { id, placedAt }: OrderState, actor: string): Promise<void> {
  await tx.order.update({
    where: { id },
    data: { status: "cancelled", cancelledAt: new Date() },
  });
  await releaseReservations(tx, id);
  await restockReservations(tx, id);
  const message = "The order was cancelled";
  await tx.orderEvent.create({ data: { orderId: id, kind: "order_cancelled", actor, message } });
  if (placedAt === null) return;
  const dedupeKey = `order_cancelled:${id}`;
  await queueMail(tx, { kind: "order_cancelled", orderId: id, facts: {}, dedupeKey });
}
