import type {
  StripeCheckoutAmount,
  StripeCheckoutContact,
  StripeCheckoutDiscountAmount,
  StripeCheckoutEstimate,
  StripeCheckoutLineItem,
  StripeCheckoutSavedPaymentMethod,
  StripeCheckoutSession,
  StripeCheckoutShippingOption,
  StripeCheckoutStatus,
  StripeCheckoutTaxAmount,
  StripeCheckoutTaxStatus,
} from "@stripe/stripe-js";
import type Stripe from "stripe";
import type { CheckoutPage, CheckoutPageSession } from "./checkout-page";
import type { LineItem } from "../../wire";
import { formatAmount, fractionDigits } from "./money";

/** What only the browser knows about a checkout while the shopper fills it in. */
export type LocalState = { isPaymentComplete: boolean; locale: string };

type ToAmount = (minor: number | null | undefined) => StripeCheckoutAmount;

/** The API's Checkout Session in the shape in which Stripe.js shows it to the store's page. */
export function browserSession(page: CheckoutPage, local: LocalState): StripeCheckoutSession {
  const { session } = page;
  const currency = session.currency ?? "usd";
  const amount: ToAmount = (minor) => ({
    minorUnitsAmount: minor ?? 0,
    amount: formatAmount(minor ?? 0, currency, local.locale),
  });
  const shippingAddress = contactOf(session.collected_information?.shipping_details ?? null);
  const shippingOptions = page.shipping_rates.map((rate) => shippingOptionOf(rate, amount));
  const chosen = shippingOptions.find(({ id }) => id === page.shipping_rate);
  const discountAmounts = discountsOf(page, amount);
  const email = emailOf(session);
  return {
    id: session.id,
    status: statusOf(session),
    canConfirm: local.isPaymentComplete && canBePaid(page, email, shippingAddress),
    currency,
    minorUnitsAmountDivisor: 10 ** fractionDigits(currency),
    livemode: session.livemode,
    email,
    phoneNumber: session.customer_details?.phone ?? null,
    billingAddress: contactOf(session.customer_details),
    businessName: session.collected_information?.business_name ?? null,
    nameCollection: null,
    shippingAddress,
    shippingOptions,
    shipping: chosen ? { shippingOption: chosen, taxAmounts: null } : null,
    lineItems: session.line_items.data.map((item) => lineItemOf(item, amount)),
    discountAmounts: discountAmounts.length === 0 ? null : discountAmounts,
    taxAmounts: taxesOf(session.total_details?.breakdown?.taxes, amount),
    tax: taxStatusOf(session),
    total: totalsOf(session, amount),
    lastPaymentError: lastErrorOf(page),
    savedPaymentMethods: page.saved_payment_methods.flatMap(savedCardOf),
    currencyOptions: null,
    optionalItems: null,
    recurring: null,
    surcharge: null,
    taxIdInfo: null,
  };
}

export function emailOf({ customer_details, customer_email }: CheckoutPageSession) {
  return customer_details?.email ?? customer_email ?? null;
}

function canBePaid(
  { session, shipping_rates, shipping_rate }: CheckoutPage,
  email: string | null,
  shippingAddress: StripeCheckoutContact | null,
): boolean {
  const knowsShopper = email !== null || session.customer !== null;
  const needsAddress = session.shipping_address_collection !== null && shippingAddress === null;
  const needsRate = shipping_rates.length > 0 && shipping_rate === null;
  return session.status === "open" && knowsShopper && !needsAddress && !needsRate;
}

function statusOf({ status, payment_status }: CheckoutPageSession): StripeCheckoutStatus {
  if (status === "complete") return { type: "complete", paymentStatus: paidOf(payment_status) };
  return status === "expired" ? { type: "expired" } : { type: "open" };
}

function taxStatusOf({ automatic_tax }: CheckoutPageSession): StripeCheckoutTaxStatus {
  const needsAddress = automatic_tax.enabled && automatic_tax.status === "requires_location_inputs";
  return { status: needsAddress ? "requires_shipping_address" : "ready" };
}

/** The API may grow statuses that Stripe.js does not know; money that did not come is "unpaid". */
function paidOf(status: string): "paid" | "unpaid" | "no_payment_required" {
  return status === "paid" || status === "no_payment_required" ? status : "unpaid";
}

type WithAddress = { name?: string | null; address?: Stripe.Address | null };

function contactOf(details: WithAddress | null): StripeCheckoutContact | null {
  const address = details?.address;
  if (!address?.country) return null;
  const { country, line1, line2, city, postal_code, state } = address;
  return {
    name: details?.name ?? null,
    address: { country, line1, line2, city, postal_code, state },
  };
}

function shippingOptionOf(
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

function lineItemOf(item: LineItem, amount: ToAmount): StripeCheckoutLineItem {
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

function discountsOf(
  { promotion_code, session }: CheckoutPage,
  amount: ToAmount,
): StripeCheckoutDiscountAmount[] {
  const minor = promotion_code?.amount_off ?? session.total_details?.amount_discount ?? 0;
  if (promotion_code === null && minor === 0) return [];
  const code = promotion_code?.code ?? null;
  const displayName = code ?? "Discount";
  return [
    { ...amount(minor), displayName, promotionCode: code, recurring: null, percentOff: null },
  ];
}

function taxesOf(
  taxes: Stripe.Checkout.Session.TotalDetails.Breakdown.Tax[] | undefined,
  amount: ToAmount,
): StripeCheckoutTaxAmount[] | null {
  if (taxes === undefined || taxes.length === 0) return null;
  return taxes.map(({ amount: minor, rate }) => ({
    ...amount(minor),
    inclusive: rate.inclusive,
    displayName: rate.display_name,
    percentage: rate.percentage,
  }));
}

function totalsOf(session: CheckoutPageSession, amount: ToAmount) {
  const details = session.total_details;
  return {
    subtotal: amount(session.amount_subtotal),
    total: amount(session.amount_total),
    discount: amount(details?.amount_discount),
    shippingRate: amount(session.shipping_cost?.amount_subtotal ?? details?.amount_shipping),
    taxExclusive: amount(details?.amount_tax),
    taxInclusive: amount(0),
    appliedBalance: amount(0),
    surcharge: amount(0),
    balanceAppliedToNextInvoice: false,
  };
}

function lastErrorOf({ last_payment_error }: CheckoutPage) {
  if (last_payment_error === null) return null;
  return { message: last_payment_error.message ?? "Your payment failed." };
}

export function savedCardOf(method: Stripe.PaymentMethod): StripeCheckoutSavedPaymentMethod[] {
  const { id, card, billing_details } = method;
  if (!card) return [];
  const { brand, exp_month, exp_year, last4 } = card;
  return [
    {
      id,
      type: "card",
      card: { brand, expMonth: exp_month, expYear: exp_year, last4 },
      billingDetails: billing_details,
    },
  ];
}
