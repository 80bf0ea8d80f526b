import { isDeepStrictEqual } from "node:util";
import { lockCart, touchCart } from "@/lib/cart/store";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { readDraft, type CheckoutDraft } from "../draft";

/**
 * Keeps what the shopper typed. The cart's version grows only when something is different, so sending
 * the same form again still leads to the same order.
 *
 * @throws DomainError cart_empty when there is no cart.
 */
export async function saveDraft(cartRef: string, change: Partial<CheckoutDraft>): Promise<void> {
  await inTransaction(async (tx) => {
    const cart = await lockCart(tx, cartRef);
    if (cart === null) throw new DomainError("cart_empty", "Your bag is empty.");
    const { checkout } = await tx.cart.findUniqueOrThrow({
      where: { id: cart.id },
      select: { checkout: true },
    });
    const before = readDraft(checkout);
    const after = { ...before, ...change };
    if (!isDeepStrictEqual(before, after)) await touchCart(tx, cart.id, { checkout: after });
  });
}
