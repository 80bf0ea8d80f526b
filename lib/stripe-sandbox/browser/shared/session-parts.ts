import type {
  StripeCheckoutAmount,
  StripeCheckoutEstimate,
  StripeCheckoutLineItem,
  StripeCheckoutOptionalItem,
  StripeCheckoutShippingOption,
  StripeCheckoutTaxAmount,
  StripeCheckoutTaxIdInfo,
} from "@stripe/stripe-js";
import type Stripe from "stripe";
import type { LineItem } from "../../wire";
import { taxIdTypes } from "./tax-id-types";
import type { CheckoutPage, CheckoutPageSession } from "./checkout-page";

/** Minor units as the session's currency writes them; nothing is zero. */
export type ToAmount = (minor: number | null | undefined) => StripeCheckoutAmount;

export function shippingOptionOf(
  rate: Stripe.ShippingRate,
  amount: ToAmount,
): StripeCheckoutShippingOption {
  const { id, display_name, fixed_amount, delivery_estimate } = rate;
  return {
    ...amount(fixed_amount?.amount),
    id,
    currency: fixed_amount?.currency ?? "usd",
    displayName: display_name,
    deliveryEstimate: delivery_estimate === null ? null : deliveryEstimateOf(delivery_estimate),
  };
}

function deliveryEstimateOf({ minimum, maximum }: Stripe.ShippingRate.DeliveryEstimate) {
  return { minimum: estimateOf(minimum), maximum: estimateOf(maximum) };
}

const units = ["business_day", "day", "hour", "week", "month"] as const;

function estimateOf(bound: { unit: string; value: number } | null): StripeCheckoutEstimate | null {
  if (bound === null) return null;
  return { unit: units.find((unit) => unit === bound.unit) ?? "day", value: bound.value };
}

export function lineItemOf(item: LineItem, amount: ToAmount): StripeCheckoutLineItem {
  const { price } = item;
  const quantity = item.quantity ?? 1;
  const product = typeof price?.product === "object" ? price.product : null;
  const isKept = product !== null && !("deleted" in product && product.deleted);
  const tax = taxSplitOf([item]);
  const adjustable =
    "adjustable_quantity" in item ? readAdjustable(item.adjustable_quantity) : null;
  return {
    id: item.id,
    name: item.description ?? "",
    quantity,
    unitAmount: amount(price?.unit_amount ?? Math.round(item.amount_subtotal / quantity)),
    unitAmountDecimal: null,
    subtotal: amount(item.amount_subtotal),
    total: amount(item.amount_total),
    discount: amount(item.amount_discount),
    taxExclusive: amount(tax.exclusive),
    taxInclusive: amount(tax.inclusive),
    description: isKept && "description" in product ? product.description : null,
    images: isKept && "images" in product ? product.images : [],
    priceId: price?.id ?? "",
    adjustableQuantity: adjustable,
    isRemovable: false,
    unitLabel: null,
    discountAmounts: null,
    taxAmounts: null,
    recurring: null,
    pricing: null,
    transformQuantity: null,
  };
}

function readAdjustable(value: unknown): { minimum: number; maximum: number } | null {
  if (typeof value !== "object" || value === null || !Reflect.get(value, "enabled")) return null;
  const bound = (name: string, otherwise: number) => {
    const given: unknown = Reflect.get(value, name);
    return typeof given === "number" ? given : otherwise;
  };
  return { minimum: bound("minimum", 0), maximum: bound("maximum", 99) };
}

/** Taxes that come on top, and those that prices include. */
export function taxSplitOf(items: readonly LineItem[]): { exclusive: number; inclusive: number } {
  const split = { exclusive: 0, inclusive: 0 };
  for (const { amount_tax, taxes } of items) {
    const inclusive = (taxes ?? [])
      .filter(({ rate }) => rate.inclusive)
      .reduce((total, { amount }) => total + amount, 0);
    split.inclusive += inclusive;
    split.exclusive += amount_tax - inclusive;
  }
  return split;
}

/** The taxes of all lines, one for each rate. */
export function taxesOf(
  items: readonly LineItem[],
  amount: ToAmount,
): StripeCheckoutTaxAmount[] | null {
  const byRate = new Map<string, { minor: number; rate: Stripe.TaxRate }>();
  for (const { amount: minor, rate } of items.flatMap(({ taxes }) => taxes ?? [])) {
    byRate.set(rate.id, { minor: (byRate.get(rate.id)?.minor ?? 0) + minor, rate });
  }
  if (byRate.size === 0) return null;
  return [...byRate.values()].map(({ minor, rate }) => ({
    ...amount(minor),
    inclusive: rate.inclusive,
    displayName: rate.display_name,
    percentage: rate.percentage,
  }));
}

/** What the store offers beside the order, and whether the shopper took it. */
export function optionalItemsOf(
  { session, optional_prices }: CheckoutPage,
  amount: ToAmount,
): StripeCheckoutOptionalItem[] | null {
  const offers = session.optional_items ?? [];
  if (offers.length === 0) return null;
  return offers.map(({ price: priceId, quantity, adjustable_quantity }) => {
    const offer = optional_prices.find(({ id }) => id === priceId);
    const taken = session.line_items.data.find(({ price }) => price?.id === priceId);
    return {
      priceId,
      name: offer?.name ?? "",
      description: offer?.description ?? null,
      unitAmount: amount(offer?.unit_amount),
      unitAmountDecimal: null,
      unitLabel: null,
      quantity: taken?.quantity ?? quantity,
      adjustableQuantity: readAdjustable(adjustable_quantity),
      recurring: null,
      images: offer?.images ?? [],
      isSelected: taken !== undefined,
    };
  });
}

export function taxIdInfoOf({
  customer_details,
}: CheckoutPageSession): StripeCheckoutTaxIdInfo | null {
  const [taxId] = customer_details?.tax_ids ?? [];
  if (taxId?.value === undefined || taxId.value === null) return null;
  const businessName = customer_details?.business_name ?? "";
  // The API knows kinds of tax ids that Stripe.js has no name for yet; they are not shown.
  const type = taxIdTypes.find((known) => known === taxId.type);
  return type === undefined ? null : { taxId: { type, value: taxId.value }, businessName };
}
