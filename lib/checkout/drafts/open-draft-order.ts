import { namedCartLifetimeMs } from "@/lib/cart/named/open";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId, newToken } from "@/lib/ids";
import type { Currency } from "@/lib/money/currency";

/** Begins an order with nothing in it, and the cart that it will be written from. */
export async function openDraftOrder(command: {
  currency: Currency;
  locale: string;
  /** Which door it comes through. */
  channel: string;
  /** Whose account it is of; left out: a guest's. */
  shopperId?: string | undefined;
}): Promise<{ id: string }> {
  const { currency, locale, channel, shopperId } = command;
  const id = newId();
  await inTransaction(async (tx) => {
    const expiresAt = new Date(Date.now() + namedCartLifetimeMs);
    const cart = await tx.cart.create({ data: { ref: newToken(), currency, expiresAt } });
    await tx.order.create({
      data: {
        id,
        accessToken: newToken(),
        channel,
        currency,
        locale,
        ...(shopperId !== undefined && { shopperId }),
        email: "",
        name: "",
        billingAddress: {},
        subtotalMinor: 0n,
        totalMinor: 0n,
        cartId: cart.id,
        cartVersion: cart.version,
      },
    });
  });
  return { id };
}

/** Its history begins once what was asked for could be written into it, and from then on it stays. */
export async function keepDraftOrder(command: { orderId: string; actor: string }): Promise<void> {
  const db = await database();
  const message = "A program began an order.";
  await db.orderEvent.create({ data: { ...command, kind: "order_created", message } });
}

/** Takes away what was begun and refused, before it has a history. */
export async function dropDraftOrder({ orderId }: { orderId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.address.updateMany({ where: { orderId }, data: { orderId: null } });
    await tx.orderGiftCard.deleteMany({ where: { orderId } });
    const { cartId } = await tx.order.delete({ where: { id: orderId } });
    if (cartId !== null) await tx.cart.delete({ where: { id: cartId } });
  });
}
