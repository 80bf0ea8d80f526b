import { createCart } from "@/lib/cart/store";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { addressSchema } from "@/lib/shipping/address";
import { currencySchema } from "@/lib/money/currency";
import { readDraft } from "../draft";
import { findCheckout } from "../queries";
import { placeOrder } from "./place-order";
import { saveDraft } from "./save-draft";

/**
 * An unpaid order of one thing that is in stock, on which a merchant tries the payment pages. It gives its
 * goods back like any order that nobody pays. Gives its token.
 *
 * @throws DomainError out_of_stock when nothing is for sale
 */
export async function placeSampleOrder(): Promise<string> {
  const cartRef = await inTransaction(async (tx) => {
    const price = await tx.price.findFirst({
      where: {
        amountMinor: { gt: 0 },
        variant: { product: { status: "live" }, stock: { onHand: { gt: 5 } } },
      },
      orderBy: [{ currency: "desc" }, { amountMinor: "asc" }, { variantId: "asc" }],
      select: { variantId: true, currency: true },
    });
    if (price === null) throw new DomainError("out_of_stock", "Nothing is for sale to try it on.");
    const { variantId, currency } = price;
    const cart = await createCart(tx, currencySchema.parse(currency));
    await tx.cartItem.create({ data: { cartId: cart.id, variantId, quantity: 1 } });
    return cart.ref;
  });
  const shipping = addressSchema.parse({
    name: "Sample Shopper",
    line1: "1 Harbour Street",
    city: "Portland",
    region: "ME",
    postalCode: "04101",
    country: "US",
  });
  await saveDraft(cartRef, { ...readDraft({}), email: "sample@example.com", shipping });
  const rateCode = (await findCheckout(cartRef))?.rates[0]?.code ?? "";
  await saveDraft(cartRef, { rateCode });
  return (await placeOrder({ cartRef, channel: "preview", locale: "en-US" })).accessToken;
}
