import { database } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { HOLD_MS } from "@/lib/inventory/hold-times";
import { extendReservations, releaseReservations } from "@/lib/inventory/reservations";
import { liveMinor, openPrimary } from "@/lib/payments/core/sums";
import type { OrderState } from "@/lib/payments/core/types";
import { report } from "@/lib/payments/report";
import { openCase } from "@/lib/payments/store/cases";
import { lockOrder } from "@/lib/payments/store/orders";
import { closeOrderPayments } from "./close-order-payments";

const BATCH = 50;
const AGAIN_MS = 5 * 60_000;

/**
 * Gives back the stock of orders whose time to pay is over, and what gift cards hold for them. The gateway
 * is asked first: a page that is still open is closed, and one that turns out to be paid keeps its goods.
 * Money that is there already is somebody's part of the price, who may be on the way with the rest: nothing of
 * such an order goes back by itself, and a merchant gets a case.
 */
export async function releaseExpired(): Promise<number> {
  const due = new Set([
    ...(await heldStock()),
    ...(await heldGiftCards()),
    ...(await leftPartPaid()),
  ]);
  for (const orderId of due) {
    try {
      await releaseOrder(orderId);
    } catch (error) {
      report(`what is held for order ${orderId} could not be released`, error);
    }
  }
  return due.size;
}

async function heldStock(): Promise<string[]> {
  const db = await database();
  const due = await db.stockReservation.findMany({
    where: { status: "held", expiresAt: { lte: new Date() } },
    select: { orderId: true },
    distinct: ["orderId"],
    orderBy: { orderId: "asc" },
    take: BATCH,
  });
  return due.map(({ orderId }) => orderId);
}

/** Goods that nobody counts have no reservation whose end could tell: the newest payment's age does. */
async function heldGiftCards(): Promise<string[]> {
  const db = await database();
  const before = new Date(Date.now() - HOLD_MS);
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT o.id::text FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.gateway = 'gift_card' AND p.authorized_minor > p.captured_minor + p.voided_minor
      AND o.placed_at IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM payments n WHERE n.order_id = o.id AND n.created_at > ${before})
      AND NOT EXISTS (
        SELECT 1 FROM stock_reservations r WHERE r.order_id = o.id AND r.status = 'held')
    ORDER BY 1 LIMIT ${BATCH}`;
  return due.map(({ id }) => id);
}

/** As gift cards, by age. Each is found until its case is there. */
async function leftPartPaid(): Promise<string[]> {
  const db = await database();
  const before = new Date(Date.now() - HOLD_MS);
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id::text FROM orders o
    WHERE o.payment IN ('partially_paid', 'partially_authorized') AND o.status = 'incomplete'
      AND NOT EXISTS (
        SELECT 1 FROM payments n WHERE n.order_id = o.id AND n.created_at > ${before})
      AND NOT EXISTS (
        SELECT 1 FROM payment_cases c WHERE c.dedupe_key = ${`${PART_PAID}:`} || o.id)
      AND NOT EXISTS (
        SELECT 1 FROM stock_reservations r WHERE r.order_id = o.id AND r.status = 'held')
    ORDER BY o.created_at DESC LIMIT ${BATCH}`;
  return due.map(({ id }) => id);
}

async function releaseOrder(orderId: string): Promise<void> {
  try {
    await closeOrderPayments({ orderId, actor: "system" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Paid in part, or not known: the goods stay where they are until it is.
    await inTransaction((tx) =>
      tx.stockReservation.updateMany({
        where: { orderId, status: "held" },
        data: { expiresAt: new Date(Date.now() + AGAIN_MS) },
      }),
    );
    return;
  }
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const mayBePaid =
      liveMinor(order.payments) > 0 || order.payments.some((payment) => openPrimary(payment));
    if (!mayBePaid) return releaseReservations(tx, orderId);
    // Somebody began to pay again, or has paid a part of it.
    await extendReservations(tx, orderId, new Date(Date.now() + AGAIN_MS));
    if (isLeftPartPaid(order)) await openPartPaid(tx, order);
  });
}

const PART_PAID = "part_paid";

const isLeftPartPaid = ({ status, payments }: OrderState) =>
  status === "incomplete" && payments.every((payment) => openPrimary(payment) === undefined);

async function openPartPaid(tx: Tx, { id, currency, totalMinor, payments }: OrderState) {
  await openCase(tx, {
    kind: PART_PAID,
    key: id,
    message:
      "A part of this order was paid, and nobody went on: its money and its goods are waiting.",
    orderId: id,
    paymentId: null,
    facts: { paidMinor: liveMinor(payments), totalMinor, currency },
  });
}
