import "server-only";
import { database } from "@/lib/db/client";
import type { PayingFrom } from "./payment-links";

/** "checkout" while the order is the one that this shopper's bag has just become; else by its own link. */
export async function payingFromOf(cartRef: string | null, orderId: string): Promise<PayingFrom> {
  if (cartRef === null) return "order";
  const db = await database();
  const cart = await db.cart.findUnique({
    where: { ref: cartRef },
    select: { version: true, orders: { where: { id: orderId }, select: { cartVersion: true } } },
  });
  const [order] = cart?.orders ?? [];
  return order !== undefined && order.cartVersion === cart?.version ? "checkout" : "order";
}
