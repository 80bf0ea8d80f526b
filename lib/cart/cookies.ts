import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { readLocale } from "@/lib/i18n/request";
import { currencySchema, shopCurrencies, usualCurrency, type Currency } from "@/lib/money/currency";
import { cartLifetimeMs } from "./lifetime";

const cartCookie = "cart";
const currencyCookie = "currency";
const yearSeconds = 365 * 24 * 60 * 60;

/** What `newToken` makes. Carts of API clients can have names that a person could guess; these do not. */
const token = /^[\w-]{32}$/;

const attributes = () =>
  ({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().storeUrl.startsWith("https:"),
  }) as const;

/** The `ref` of this shopper's cart. Null: they have none. */
export async function readCartRef(): Promise<string | null> {
  const value = (await cookies()).get(cartCookie)?.value;
  return value !== undefined && token.test(value) ? value : null;
}

/** Only in server actions and route handlers. */
export async function writeCartRef(ref: string): Promise<void> {
  const maxAge = cartLifetimeMs / 1000;
  (await cookies()).set(cartCookie, ref, { ...attributes(), maxAge });
}

/** The currency that the shopper chose, else the one that most readers of their language pay in. */
export async function readShopperCurrency(): Promise<Currency> {
  const parsed = currencySchema.safeParse((await cookies()).get(currencyCookie)?.value);
  const sold: readonly Currency[] = shopCurrencies;
  return parsed.success && sold.includes(parsed.data)
    ? parsed.data
    : usualCurrency(await readLocale());
}

/** Only in server actions and route handlers. */
export async function writeShopperCurrency(currency: Currency): Promise<void> {
  (await cookies()).set(currencyCookie, currency, { ...attributes(), maxAge: yearSeconds });
}
