import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { lineSelect, lockCart, maxQuantity, touchCart } from "../store";

export type SetQuantity = {
  ref: string;
  variantId: string;
  /** 0 takes it out. */
  quantity: number;
};

export type QuantitySet = {
  quantity: number;
  /** It was not raised as far as asked, because no more are left. */
  limited: boolean;
};

/**
 * Sets how many of a variant the cart has. It never takes away more than asked: a line that is above the
 * stock by now can be lowered step by step, and says itself what is wrong with it.
 * @throws DomainError not_found
 */
export async function setQuantity({ ref, variantId, quantity }: SetQuantity): Promise<QuantitySet> {
  return inTransaction(async (tx) => {
    const cart = await lockCart(tx, ref);
    if (cart === null) throw new DomainError("not_found", "This bag is gone; please start again.");
    const key = { cartId_variantId: { cartId: cart.id, variantId } };
    const item = await tx.cartItem.findUnique({
      where: key,
      select: { quantity: true, variant: { select: lineSelect(cart.id, cart.currency) } },
    });
    // Taken out in another tab: what was asked for is so already, or cannot be said of this cart.
    if (item === null) return { quantity: 0, limited: quantity > 0 };

    const after = Math.min(quantity, Math.max(item.quantity, maxQuantity(item.variant)));
    if (after !== item.quantity) {
      if (after === 0) await tx.cartItem.delete({ where: key });
      else {
        const seenPriceMinor = item.variant.prices[0]?.amountMinor ?? null;
        await tx.cartItem.update({ where: key, data: { quantity: after, seenPriceMinor } });
      }
      await touchCart(tx, cart.id);
    }
    return { quantity: after, limited: after < quantity };
  });
}
