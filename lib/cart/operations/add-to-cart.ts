import { type Tx, inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { Currency } from "@/lib/money/currency";
import { createCart, lineSelect, lockCart, maxQuantity, nameOf, touchCart } from "../store";

export type AddToCart = {
  /** The shopper's cart; null, or one that is gone: a new one is made. */
  ref: string | null;
  /** Of a new cart. */
  currency: Currency;
  variantId: string;
  quantity: number;
};

export type Added = {
  /** Of the cart that it is in now. */
  ref: string;
  name: string;
  /** How many of it the cart has now. */
  quantity: number;
  /** Fewer were added than asked for, because no more are left. */
  limited: boolean;
};

/**
 * Puts a variant into the cart; what is there already adds up. When fewer are left than asked for, what
 * is left is taken, and the answer says so.
 * @throws DomainError not_found, price_unavailable, out_of_stock
 */
export async function addToCart({ ref, currency, variantId, quantity }: AddToCart): Promise<Added> {
  return inTransaction(async (tx) => {
    const known = ref === null ? null : await lockCart(tx, ref);
    const cart = known ?? (await createCart(tx, currency));
    const variant = await sellable(tx, cart, variantId);
    const key = { cartId_variantId: { cartId: cart.id, variantId } };
    const before = (await tx.cartItem.findUnique({ where: key }))?.quantity ?? 0;
    const most = maxQuantity(variant);
    const after = Math.min(before + quantity, most);
    if (after <= before) throw noneLeft(nameOf(variant), before, most);

    // They have just seen it: what differs from it later is told.
    const seen = { quantity: after, seenPriceMinor: variant.prices[0]?.amountMinor ?? null };
    const create = { cartId: cart.id, variantId, ...seen };
    await tx.cartItem.upsert({ where: key, create, update: seen });
    await touchCart(tx, cart.id);
    const limited = after < before + quantity;
    return { ref: cart.ref, name: nameOf(variant), quantity: after, limited };
  });
}

async function sellable(tx: Tx, cart: { id: string; currency: Currency }, variantId: string) {
  const select = lineSelect(cart.id, cart.currency);
  const variant = await tx.variant.findUnique({ where: { id: variantId }, select });
  if (variant === null || variant.product.status !== "live") {
    throw new DomainError("not_found", "This is not for sale any more.");
  }
  if (variant.prices.length === 0) {
    const message = `${nameOf(variant)} has no price in ${cart.currency}.`;
    throw new DomainError("price_unavailable", message, { currency: cart.currency });
  }
  return variant;
}

function noneLeft(name: string, inCart: number, most: number): DomainError {
  const facts = { available: most };
  if (most === 0) return new DomainError("out_of_stock", `${name} is sold out.`, facts);
  const all = most === 1 ? "The last one is" : `All ${most} that are left are`;
  const message =
    inCart >= most ? `${all} in your bag already.` : `Only ${most} of ${name} are left.`;
  return new DomainError("out_of_stock", message, facts);
}
