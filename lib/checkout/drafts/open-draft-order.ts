import { namedCartLifetimeMs } from "@/lib/cart/named/open";
import { inTransaction } from "@/lib/db/transaction";
import { newId, newToken } from "@/lib/ids";
import type { Currency } from "@/lib/money/currency";

/** Begins an order with nothing in it, and the cart that it will be written from. */
export async function openDraftOrder(command: {
  currency: Currency;
  locale: string;
  /** Which door it comes through. */
  channel: string;
  actor: string;
  /** Whose account it is of; left out: a guest's. */
  shopperId?: string | undefined;
}): Promise<{ id: string }> {
  const { currency, locale, channel, actor, shopperId } = command;
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
    const message = "A program began an order.";
    await tx.orderEvent.create({ data: { orderId: id, kind: "order_created", actor, message } });
  });
  return { id };
}
