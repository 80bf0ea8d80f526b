import type {
  StripeCheckoutAmount,
  StripeCheckoutEstimate,
  StripeCheckoutLineItem,
  StripeCheckoutShippingOption,
} from "@stripe/stripe-js";
import type Stripe from "stripe";
import type { LineItem } from "../../wire";

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
    taxExclusive: amount(item.amount_tax),
    taxInclusive: amount(0),
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
