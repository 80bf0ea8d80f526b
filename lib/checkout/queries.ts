import "server-only";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { addressSchema, type Address } from "@/lib/shipping/address";
import { deliveryEstimate } from "@/lib/shipping/delivery";
import { findShippingRates, type ShippingRate } from "@/lib/shipping/rates";
import { noTax, type TaxRules } from "@/lib/tax/rates";
import { lineProblem, readCart, type CheckoutCart } from "./cart";
import { countryCodes } from "./form/countries";
import type { CheckoutDraft } from "./draft";
import { detailsProblems, type Problem } from "./form/problems";
import { findCartTax } from "./find-tax";
import { parcelOf, priceCart, type CartPrice } from "./price-cart";

export type RateChoice = ShippingRate & { delivery: string };

export type Checkout = Pick<CheckoutCart, "currency" | "lines"> & {
  draft: CheckoutDraft;
  /** What the goods cost, after codes. */
  goodsMinor: number;
  /** What is missing in contact and addresses. */
  problems: Problem[];
  /** What keeps the goods from being bought, in words. */
  stockProblems: string[];
  rates: RateChoice[];
  /** The chosen rate, else the first; null where nothing is sent to that country. */
  rate: RateChoice | null;
  /** With `rate`, once the country is known for sure. */
  totals: CartPrice;
  /** The token of the incomplete order that was placed of exactly this cart. */
  placedOrder: string | null;
};

/** Everything that the steps before payment show. Null: there is no cart, or nothing is in it. */
export async function findCheckout(
  cartRef: string,
  { locale, now = new Date() }: { locale?: Locale; now?: Date } = {},
): Promise<Checkout | null> {
  const db = await database();
  const cart = await readCart(db, cartRef, locale);
  if (cart === null || cart.lines.length === 0) return null;
  const { currency, lines, version } = cart;
  const draft = prefilled(cart.draft, currency);
  const [found, placed] = await Promise.all([
    findShippingRates(db, parcelOf(cart, draft.shipping)),
    db.order.findFirst({
      where: { cartId: cart.id, cartVersion: version, status: "incomplete" },
      select: { accessToken: true },
    }),
  ]);
  const rates = found.map((rate) => ({ ...rate, delivery: deliveryEstimate(rate, now) }));
  const rate = rates.find(({ code }) => code === draft.rateCode) ?? rates[0] ?? null;
  const tax = await findShownTax({ ...cart, draft }, { rate, now });
  const totals = priceCart(cart, { rate, tax, now });
  return {
    currency,
    lines,
    draft,
    goodsMinor: totals.subtotalMinor - totals.discountMinor,
    problems: detailsProblems(draft),
    stockProblems: lines.flatMap((line) => lineProblem(line) ?? []),
    rates,
    rate,
    totals,
    placedOrder: placed?.accessToken ?? null,
  };
}

/** A page is shown without a tax that nobody can say now; no order is made without it. */
async function findShownTax(...asked: Parameters<typeof findCartTax>): Promise<TaxRules> {
  return findCartTax(...asked).catch((error: unknown) => {
    if (error instanceof DomainError) return noTax;
    throw error;
  });
}

/** Where a currency is at home: a better first guess than none, and one choice away from the truth. */
const homes: Readonly<Record<string, string>> = { USD: "US", EUR: "DE", GBP: "GB", JPY: "JP" };

function prefilled(draft: CheckoutDraft, currency: string): CheckoutDraft {
  const known = countryCodes.includes(draft.shipping.country);
  const country = known ? draft.shipping.country : (homes[currency] ?? "US");
  return { ...draft, shipping: { ...draft.shipping, country } };
}

/** The billing fields before anything is typed in them: the same country, nothing else. */
export function emptyBilling(shipping: Address): Address {
  return addressSchema.parse({ country: shipping.country });
}

/**
 * The order that this cart became, when it is not long ago: a shopper who comes back to checkout with
 * the Back button sees what they bought instead of an empty bag.
 */
export async function findLastPlacedOrder(cartRef: string, now = new Date()) {
  const db = await database();
  const since = new Date(now.getTime() - 2 * 60 * 60 * 1000);
  const order = await db.order.findFirst({
    where: { cart: { ref: cartRef }, placedAt: { gte: since } },
    orderBy: { placedAt: "desc" },
    select: { accessToken: true },
  });
  return order?.accessToken ?? null;
}

/** Whether an order was made of the cart as it is now, or of none of its earlier versions. */
export async function isCartOf(cartRef: string, orderId: string): Promise<boolean> {
  const db = await database();
  const cart = await db.cart.findUnique({
    where: { ref: cartRef },
    select: { version: true, orders: { where: { id: orderId }, select: { cartVersion: true } } },
  });
  const [order] = cart?.orders ?? [];
  return order === undefined || order.cartVersion === cart?.version;
}
