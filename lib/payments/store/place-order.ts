import type { Tx } from "@/lib/db/transaction";
import { commitReservations, releaseReservations } from "@/lib/inventory/reservations";
import { queueMail } from "@/lib/mail/queue-mail";
import { withStatus } from "@/lib/payments/core/order-status";
import type { OrderState } from "@/lib/payments/core/types";
import { addOrderEvent } from "./events";

const FIRST_ORDER_NUMBER = 1001n;

/**
 * Places an order, in the transaction that records its payment: takes its stock for good, gives it its
 * number, queues the confirmation and empties the cart. Null when its stock is gone; then nothing has
 * changed.
 */
export async function placeOrder(tx: Tx, order: OrderState): Promise<OrderState | null> {
  if (!(await commitReservations(tx, order.id))) return null;
  await useCart(tx, order);
  const placed = await takeOrderNumber(tx, withStatus({ ...order, placedAt: new Date() }));
  const { number } = placed;
  await addOrderEvent(tx, {
    orderId: order.id,
    kind: "order_placed",
    actor: "system",
    message: `Order ${number} was placed`,
    facts: { number },
  });
  await queueMail(tx, {
    kind: "order_confirmation",
    orderId: order.id,
    dedupeKey: `order_confirmation:${order.id}`,
  });
  return placed;
}

/**
 * The counter's row is locked until this transaction ends, so a number that is rolled back is given
 * again and the sequence has no gaps. All orders wait for each other from here to that end.
 */
async function takeOrderNumber(
  tx: Tx,
  order: OrderState,
): Promise<OrderState & { number: number }> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    WITH next AS (
      INSERT INTO counters (name, value) VALUES ('order_number', ${FIRST_ORDER_NUMBER})
      ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
      RETURNING value
    )
    UPDATE orders SET number = next.value, placed_at = ${order.placedAt},
      payment = ${order.payment}::order_payment, status = ${order.status}::order_status,
      updated_at = now()
    FROM next WHERE orders.id = ${order.id}::uuid
    RETURNING number`;
  if (!row) throw new Error("The order counter gave no number.");
  return { ...order, number: Number(row.number) };
}

/** The cart becomes empty, unless the shopper has changed it since: then it is a cart of its own. */
async function useCart(tx: Tx, { cartId, cartVersion }: OrderState): Promise<void> {
  if (cartId === null || cartVersion === null) return;
  await tx.$executeRaw`
    WITH used AS (
      UPDATE carts SET version = version + 1, checkout = '{}', updated_at = now()
      WHERE id = ${cartId}::uuid AND version = ${cartVersion}
      RETURNING id
    ), items AS (DELETE FROM cart_items WHERE cart_id IN (SELECT id FROM used)
    ), custom_items AS (DELETE FROM cart_custom_items WHERE cart_id IN (SELECT id FROM used))
    DELETE FROM cart_promotions WHERE cart_id IN (SELECT id FROM used)`;
}

/** The shopper paid after the hold on the goods had ended, and somebody else has bought them. */
export async function cancelWithoutStock(tx: Tx, order: OrderState): Promise<OrderState> {
  await releaseReservations(tx, order.id);
  await tx.order.update({
    where: { id: order.id },
    data: { status: "cancelled", cancelledAt: new Date() },
  });
  const message = "Cancelled: it was paid when its goods were sold out already";
  await addOrderEvent(tx, {
    orderId: order.id,
    kind: "order_cancelled",
    actor: "system",
    message,
  });
  await queueMail(tx, {
    kind: "order_cancelled",
    orderId: order.id,
    facts: { why: "sold_out" },
    dedupeKey: `order_cancelled:${order.id}`,
  });
  return { ...order, status: "cancelled" };
}
