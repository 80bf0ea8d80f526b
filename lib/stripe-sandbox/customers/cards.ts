import type Stripe from "stripe";
import { idOf, newId } from "../ids";
import { cardDetails, fingerprintOf, fixtureExpiry } from "../methods/make-card";
import { fullYear } from "../methods/card-checks";
import { cardByFixture, type TestCard } from "../methods/test-cards";
import { spendToken } from "../methods/make-method";
import type { Scope } from "../scope";

/**
 * Cards are what payment methods grew out of: `card_…`, made from a token. The sandbox keeps them as
 * payment methods with that id, as Stripe lets both be used for one another, and shows them as cards
 * where the older resources do.
 */
type Given = {
  exp_month: number;
  exp_year: number;
  cvc?: string | undefined;
  name?: string | null | undefined;
  address_city?: string | null | undefined;
  address_country?: string | null | undefined;
  address_line1?: string | null | undefined;
  address_line2?: string | null | undefined;
  address_state?: string | null | undefined;
  address_zip?: string | null | undefined;
};

const brands: Record<string, string> = {
  visa: "Visa",
  mastercard: "MasterCard",
  amex: "American Express",
  discover: "Discover",
  diners: "Diners Club",
  jcb: "JCB",
  unionpay: "UnionPay",
};

/** The card that a token holds. */
export function cardObject(card: TestCard, given: Given): Stripe.Card {
  return {
    id: newId("card"),
    object: "card",
    address_city: given.address_city ?? null,
    address_country: given.address_country ?? null,
    address_line1: given.address_line1 ?? null,
    address_line1_check: given.address_line1 ? "unchecked" : null,
    address_line2: given.address_line2 ?? null,
    address_state: given.address_state ?? null,
    address_zip: given.address_zip ?? null,
    address_zip_check: given.address_zip ? "unchecked" : null,
    brand: brands[card.brand] ?? "Unknown",
    country: card.country,
    cvc_check: given.cvc === undefined ? null : "unchecked",
    dynamic_last4: null,
    exp_month: given.exp_month,
    exp_year: fullYear(given.exp_year),
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    last4: card.number.slice(-4),
    metadata: {},
    name: given.name ?? null,
    networks: { preferred: null },
    regulated_status: "unregulated",
    tokenization_method: null,
  };
}

/** Spends a token, or takes a fixture such as `tok_visa`: its card becomes a payment method. */
export function cardFromToken(scope: Scope, id: string): Stripe.PaymentMethod {
  const fixture = cardByFixture(id);
  const { card, cvc, token } =
    fixture === null
      ? spendToken(scope, id)
      : {
          card: fixture,
          cvc: "123",
          token: cardObject(fixture, { ...fixtureExpiry(scope), cvc: "123" }),
        };
  const { exp_month, exp_year } = token;
  scope.store.secrets.save({ id: token.id, number: card.number, cvc });
  return scope.store.paymentMethods.save({
    id: token.id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: {
        city: token.address_city,
        country: token.address_country,
        line1: token.address_line1,
        line2: token.address_line2,
        postal_code: token.address_zip,
        state: token.address_state,
      },
      email: null,
      name: token.name,
      phone: null,
      tax_id: null,
    },
    card: cardDetails({ card, exp_month, exp_year, cvc }),
    created: scope.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  });
}

/** A `card_…` payment method as the card that it is. */
export function cardView(scope: Scope, method: Stripe.PaymentMethod): Stripe.Card | null {
  const { card, billing_details } = method;
  if (card === undefined) return null;
  const { address, name } = billing_details;
  const behaviour = { line1: address?.line1, zip: address?.postal_code };
  const checked = (value: string | null | undefined) => (value ? "pass" : null);
  return {
    id: method.id,
    object: "card",
    address_city: address?.city ?? null,
    address_country: address?.country ?? null,
    address_line1: address?.line1 ?? null,
    address_line1_check: checked(behaviour.line1),
    address_line2: address?.line2 ?? null,
    address_state: address?.state ?? null,
    address_zip: address?.postal_code ?? null,
    address_zip_check: checked(behaviour.zip),
    allow_redisplay: method.allow_redisplay ?? "unspecified",
    brand: brands[card.brand] ?? "Unknown",
    country: card.country,
    customer: idOf(method.customer),
    cvc_check: card.checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    last4: card.last4,
    metadata: method.metadata,
    name: name ?? null,
    networks: { preferred: card.networks?.preferred ?? null },
    regulated_status: card.regulated_status,
    tokenization_method: null,
  };
}
