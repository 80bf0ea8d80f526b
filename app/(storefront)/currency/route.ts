import { readCartRef, writeShopperCurrency } from "@/lib/cart/cookies";
import { changeCurrency } from "@/lib/cart/operations/change-currency";
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
  const headers = { location: pathOf(request.headers.get("referer")) };
  return new Response(null, { status: 303, headers });
}

/** Only the path is taken from it: nobody is led to another site. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}
