import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { TestCard } from "./test-cards";

type CardFacts = { card: TestCard; exp_month: number; exp_year: number; cvc: string | null };

/** The same number has the same fingerprint, in every account and after every restart. */
export function fingerprintOf(number: string): string {
  return createHash("sha256")
    .update(number)
    .digest("base64url")
    .replaceAll(/[-_]/g, "x")
    .slice(0, 16);
}

export function cardDetails({
  card,
  exp_month,
  exp_year,
  cvc,
}: CardFacts): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: cvc === null ? null : (card.checks?.cvc ?? "pass"),
    },
    country: card.country,
    display_brand: card.brand === "amex" ? "american_express" : card.brand,
    exp_month,
    exp_year,
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: networksOf(card), preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: card.authentication !== "unsupported" },
    wallet: null,
  };
}

function networksOf(card: TestCard): string[] {
  const isCartesBancaires = card.names.some((name) => name.endsWith("_cartesBancaires"));
  return isCartesBancaires ? ["cartes_bancaires", card.brand] : [card.brand];
}

/** A payment method of a card, with the number remembered beside it. */
export function saveCardMethod(
  scope: Scope,
  facts: CardFacts,
  common: Pick<Stripe.PaymentMethod, "billing_details" | "metadata" | "allow_redisplay">,
): Stripe.PaymentMethod {
  const id = newId("pm");
  scope.store.secrets.save({ id, number: facts.card.number, cvc: facts.cvc });
  return scope.store.paymentMethods.save({
    id,
    object: "payment_method",
    allow_redisplay: common.allow_redisplay,
    billing_details: common.billing_details,
    card: cardDetails(facts),
    created: scope.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: common.metadata,
    type: "card",
  });
}

/** Fixtures expire far enough ahead of whatever the clock says. */
export function fixtureExpiry(scope: Scope): { exp_month: number; exp_year: number } {
  const today = new Date(scope.now * 1000);
  return { exp_month: today.getUTCMonth() + 1, exp_year: today.getUTCFullYear() + 1 };
}
