import { inTransaction } from "@/lib/db/transaction";
import type { Currency } from "@/lib/money/currency";
import { lockCart, touchCart } from "../store";

/** Prices the cart in another currency. A cart that is gone, or has it already, stays as it is. */
export async function changeCurrency(ref: string, currency: Currency): Promise<void> {
  await inTransaction(async (tx) => {
    const cart = await lockCart(tx, ref);
    if (cart !== null && cart.currency !== currency) await touchCart(tx, cart.id, { currency });
  });
}
