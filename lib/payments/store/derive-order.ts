import type { Tx } from "@/lib/db/transaction";
import { withStatus } from "@/lib/payments/core/order-status";
import { isCovered, liveMinor, openPrimary } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { capturePlaced } from "./capture-placed";
import { cancelWithoutStock, placeOrder } from "./place-order";
import type { Recorded } from "./record";
import { returnMoney, type FollowUp, type ReturnCause } from "./return-money";

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
  let followUps: FollowUp[] = [];
  let unwanted: ReturnCause | null = news.arrivedMinor > 0 ? whyUnwanted(before) : null;
  if (unwanted === null && order.placedAt === null && wantsPlacing(order)) {
    const placed = await placeOrder(tx, order);
    if (placed) {
      order = placed;
      followUps = await capturePlaced(tx, order);
    } else {
      order = await cancelWithoutStock(tx, order);
      unwanted = "paid_without_stock";
    }
  }
  // Whoever places an order writes how it stands, and a look that found nothing new has nothing to write.
  const isWritten = order.placedAt !== before.placedAt || !news.isNews;
  order = await updateStatus(tx, order, isWritten);
  if (unwanted !== null) followUps = await returnMoney(tx, order, changed, unwanted);
  return { order, payment: changed, followUps, toClose: openSiblings(order, changed) };
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
