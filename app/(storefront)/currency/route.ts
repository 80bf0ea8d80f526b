import { readCartRef, writeShopperCurrency } from "@/lib/cart/cookies";
import { changeCurrency } from "@/lib/cart/operations/change-currency";
import { backTo } from "@/lib/http/back-to";
import { currencySchema, shopCurrencies } from "@/lib/money/currency";

/** Takes the choice from the header's form, and leads back to the page that it was made on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const currency = currencySchema.safeParse(form.get("currency"));
  const chosen = shopCurrencies.find((sold) => sold === currency.data);
  if (chosen !== undefined) {
    await writeShopperCurrency(chosen);
    const ref = await readCartRef();
    if (ref !== null) await changeCurrency(ref, chosen);
  }
  return backTo(request.headers.get("referer"));
}
