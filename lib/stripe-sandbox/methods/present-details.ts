import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import type { Scope } from "../scope";
import { fingerprintOf, fixtureExpiry } from "./make-card";
import type { MethodData } from "./method-params";
import { cardByNumber, type TestCard } from "./test-cards";

/** What a reader reads of a card: the payment method that it makes. */
export function presentDetails(
  scope: Scope,
  data: MethodData,
): { details: Partial<Stripe.PaymentMethod>; number: string } {
  const given = data.type === "interac_present" ? data.interac_present : data.card_present;
  const number = given?.number ?? "4242424242424242";
  const card = cardByNumber(number);
  if (card === null) {
    throw invalidRequest(`No such test card: ${number}`, { param: `${data.type}[number]` });
  }
  const common = commonDetails(scope, card);
  if (data.type === "interac_present") return { details: { interac_present: common }, number };
  const card_present = { ...common, brand_product: null, offline: null };
  return { details: { card_present }, number };
}

function commonDetails(scope: Scope, card: TestCard) {
  return {
    brand: card.brand,
    cardholder_name: "CARDHOLDER/VISA",
    country: card.country,
    ...fixtureExpiry(scope),
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    preferred_locales: ["en"],
    read_method: "contact_emv",
  };
}
