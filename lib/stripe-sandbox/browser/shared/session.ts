import type {
  StripeCheckoutContact,
  StripeCheckoutDiscountAmount,
  StripeCheckoutSavedPaymentMethod,
  StripeCheckoutSession,
  StripeCheckoutStatus,
  StripeCheckoutTaxStatus,
} from "@stripe/stripe-js";
import type Stripe from "stripe";
import type { CheckoutPage, CheckoutPageSession } from "./checkout-page";
import { formatAmount, fractionDigits } from "./money";
import {
  lineItemOf,
  optionalItemsOf,
  shippingOptionOf,
  taxesOf,
  taxIdInfoOf,
  taxSplitOf,
  type ToAmount,
} from "./session-parts";

/** What only the browser knows about a checkout while the shopper fills it in. */
export type LocalState = { isPaymentComplete: boolean; locale: string };

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
    canConfirm:
      (local.isPaymentComplete || isFree(session)) && canBePaid(page, email, shippingAddress),
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
    taxAmounts: taxesOf(session.line_items.data, amount),
    tax: taxStatusOf(session),
    total: totalsOf(session, amount),
    lastPaymentError: lastErrorOf(page),
    savedPaymentMethods: page.saved_payment_methods.flatMap(savedCardOf),
    currencyOptions: null,
    optionalItems: optionalItemsOf(page, amount),
    recurring: null,
    surcharge: null,
    taxIdInfo: taxIdInfoOf(session),
  };
}

/** A discount may leave nothing to pay: such a session is confirmed without a payment method. */
export function isFree({ mode, amount_total }: CheckoutPageSession): boolean {
  return mode === "payment" && amount_total === 0;
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

function totalsOf(session: CheckoutPageSession, amount: ToAmount) {
  const details = session.total_details;
  const tax = taxSplitOf(session.line_items.data);
  return {
    subtotal: amount(session.amount_subtotal),
    total: amount(session.amount_total),
    discount: amount(details?.amount_discount),
    shippingRate: amount(session.shipping_cost?.amount_subtotal ?? details?.amount_shipping),
    taxExclusive: amount(tax.exclusive),
    taxInclusive: amount(tax.inclusive),
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
