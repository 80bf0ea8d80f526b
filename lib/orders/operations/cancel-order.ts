import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { releaseReservations, restockReservations } from "@/lib/inventory/reservations";
import { queueMail } from "@/lib/mail/queue-mail";
import { canShopperCancel } from "@/lib/orders/shopper-state";
import type { OrderFulfilment } from "@/lib/orders/views";
import { planRefund, planVoid } from "@/lib/payments/core/plan";
import { heldMinor, refundableMinor, voidableMinor } from "@/lib/payments/core/sums";
import type {
  OrderState,
  PaymentState,
  TransactionPlan,
  TransactionState,
} from "@/lib/payments/core/types";
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
 * @param giveBack refuses when it was placed, and gives back what was paid of it, also where it was cancelled
 *   before.
 * @throws DomainError not_found; wrong_state when it is fulfilled; gateway_down when the gateway does not
 *   say whether it was paid
 */
export async function cancelOrder(command: {
  orderId: string;
  actor: string;
  letGo?: boolean;
  giveBack?: boolean;
}): Promise<void> {
  const { orderId, actor, letGo = false, giveBack = false } = command;
  await closeOrderPayments(command).catch((error: unknown) => {
    // It was paid a moment ago, which does not keep anybody from cancelling it.
    if (!(error instanceof DomainError) || error.code !== "wrong_state") throw error;
  });
  const releases = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (giveBack && order.placedAt !== null) throw refused("This order was placed meanwhile.");
    if (order.status !== "cancelled") await cancelNow(tx, order, { actor, letGo });
    else if (!giveBack) return [];
    const plans = order.payments.flatMap((payment) => [
      ...(letGo || giveBack ? voidOf(payment, actor) : []),
      ...(giveBack ? refundOf(payment, actor) : []),
    ]);
    const written: TransactionState[] = [];
    for (const plan of plans) written.push(await addTransaction(tx, order, plan));
    return written;
  });
  // Written down as due already: where this ends here, recovery lets go of it.
  for (const { id, paymentId } of releases) await carryOut({ paymentId, transactionId: id });
}

function voidOf(payment: PaymentState, actor: string): TransactionPlan[] {
  return voidableMinor(payment) > 0 ? [planVoid(payment, { paymentId: payment.id, actor })] : [];
}

function refundOf(payment: PaymentState, actor: string): TransactionPlan[] {
  if (refundableMinor(payment) <= 0) return [];
  const reason = "requested_by_customer";
  return [planRefund(payment, { paymentId: payment.id, actor, reason })];
}

type Cancelling = { actor: string; letGo: boolean };

async function cancelNow(tx: Tx, order: OrderState, { actor, letGo }: Cancelling): Promise<void> {
  const { fulfilment } = await tx.order.findUniqueOrThrow({
    where: { id: order.id },
    select: { fulfilment: true },
  });
  requireCancellable({ ...order, fulfilment }, letGo);
  await writeCancelled(tx, order, actor);
}

const refused = (message: string) => new DomainError("wrong_state", message, { what: "Order" });

type Cancellable = OrderState & { fulfilment: OrderFulfilment };

function requireCancellable(order: Cancellable, letGo: boolean): void {
  if (order.fulfilment !== "unfulfilled" && order.fulfilment !== "not_required") {
    throw refused("An order that was sent cannot be cancelled");
  }
  const isCapturing = order.payments.some(
    (payment) => heldMinor(payment) > 0 && voidableMinor(payment) === 0,
  );
  if (letGo && !canShopperCancel({ ...order, isCapturing })) {
    throw refused("This order is paid already.");
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
