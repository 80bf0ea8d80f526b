import { inTransaction } from "@/lib/db/transaction";
import type { Currency } from "@/lib/money/currency";
import { lockCart, touchCart } from "../store";

/** Prices the cart in another currency. A cart that is gone, or has it already, stays as it is. */
export async function changeCurrency(ref: string, currency: Currency): Promise<void> {
  await inTransaction(async (tx) => {
    const cart = await lockCart(tx, ref);
    if (cart === null || cart.currency === currency) return;
    await touchCart(tx, cart.id, { currency });
    // The page that follows shows prices of this currency; the ones that were seen are of another.
    await tx.$executeRaw`
      UPDATE cart_items i SET seen_price_minor = (
        SELECT amount_minor FROM prices WHERE variant_id = i.variant_id AND currency = ${currency}
      ) WHERE cart_id = ${cart.id}::uuid`;
  });
}
