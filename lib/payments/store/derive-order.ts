import type { Tx } from "@/lib/db/transaction";
import { withTransactions } from "@/lib/payments/core/changes";
import { withStatus } from "@/lib/payments/core/order-status";
import { isCovered, liveMinor, openPrimary } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { capturePlaced } from "./capture-placed";
import { settleCases } from "./cases";
import { cancelWithoutStock, placeOrder } from "./place-order";
import type { Recorded } from "./record";
import { returnMoney, settleBounced, type ReturnCause } from "./return-money";

/**
 * What an order becomes when one of its payments has changed. Money that arrives where it is not
 * wanted any more (the order is cancelled, paid already, or its goods are gone) goes back by itself,
 * and a case tells a merchant so.
 */
export async function deriveOrder(
  tx: Tx,
  before: OrderState,
  changed: PaymentState,
  news: { arrivedMinor: number; isNews: boolean },
): Promise<Recorded> {
  let order = before;
  let unwanted: ReturnCause | null = news.arrivedMinor > 0 ? whyUnwanted(before) : null;
  if (order.placedAt === null && wantsPlacing(order)) {
    const placed = await placeOrder(tx, order);
    if (placed === null) unwanted = "paid_without_stock";
    order = placed ?? (await cancelWithoutStock(tx, order));
  }
  const isPlacedNow = order.placedAt !== before.placedAt;
  // Whoever places an order writes how it stands, and a look that found nothing new has nothing to write.
  order = await updateStatus(tx, order, isPlacedNow || !news.isNews);
  const returns = unwanted === null ? [] : await returnMoney(tx, order, changed, unwanted);
  // What goes back is not captured as well.
  const captures = isPlacedNow ? await capturePlaced(tx, withTransactions(order, returns)) : [];
  if (news.arrivedMinor > 0 && before.placedAt !== null) await settlePaidAnew(tx, order);
  if (isPlacedNow) await settleBounced(tx, order);
  if (isPlacedNow && before.payment !== "unpaid") await settlePartPaid(tx, order);
  const followUps = [...returns, ...captures].map(({ id, paymentId }) => {
    return { paymentId, transactionId: id };
  });
  return { order, payment: changed, followUps, toClose: openSiblings(order, changed) };
}

/** A hold that ran out was made good by another payment. */
async function settlePaidAnew(tx: Tx, order: OrderState): Promise<void> {
  if (!isCovered(order)) return;
  const which = { orderId: order.id, kind: "authorization_expired" };
  await settleCases(tx, which, "The order was paid anew.");
}

/** Only where a part was there before, so that other orders are not asked about. */
function settlePartPaid(tx: Tx, { id }: OrderState): Promise<void> {
  return settleCases(tx, { orderId: id, kind: "part_paid" }, "The rest was paid.");
}

function whyUnwanted(order: OrderState): ReturnCause | null {
  if (order.status === "cancelled") return "paid_after_cancel";
  return liveMinor(order.payments) > order.totalMinor ? "paid_twice" : null;
}

function wantsPlacing(order: OrderState): boolean {
  return order.status === "incomplete" && order.totalMinor > 0 && isCovered(order);
}

async function updateStatus(tx: Tx, before: OrderState, isWritten: boolean): Promise<OrderState> {
  const order = withStatus(before);
  if (isWritten && order.payment === before.payment && order.status === before.status) return order;
  await tx.$executeRaw`
    UPDATE orders SET payment = ${order.payment}::order_payment,
      status = ${order.status}::order_status, updated_at = now()
    WHERE id = ${order.id}::uuid`;
  return order;
}

/** When an order is covered, the pages that could still take money for it must go. */
function openSiblings(order: OrderState, changed: PaymentState): string[] {
  if (order.status === "incomplete" || order.totalMinor === 0) return [];
  return order.payments
    .filter((payment) => payment.id !== changed.id && openPrimary(payment) !== undefined)
    .map(({ id }) => id);
}
