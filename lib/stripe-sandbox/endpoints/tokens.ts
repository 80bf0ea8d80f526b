import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { fullYear, rawCardRefused, readCard } from "../methods/card-checks";
import { fingerprintOf, fixtureExpiry } from "../methods/make-card";
import { cardByFixture, type TestCard } from "../methods/test-cards";
import { integer, text, unsettable } from "../params";

const line = () => unsettable(text()).optional();

const createParams = z.strictObject({
  card: z
    .strictObject({
      number: text(24),
      exp_month: integer(),
      exp_year: integer(),
      cvc: text(10).optional(),
      name: line(),
      address_city: line(),
      address_country: line(),
      address_line1: line(),
      address_line2: line(),
      address_state: line(),
      address_zip: line(),
      currency: text(3).optional(),
    })
    .optional(),
  cvc_update: z.strictObject({ cvc: text(10) }).optional(),
});

const create = endpoint(
  "POST /v1/tokens",
  createParams,
  (call) => {
    const { card, cvc_update } = call.body;
    if (cvc_update !== undefined) return saveToken(call, "cvc_update", null);
    if (card === undefined) throw missingParam("card");
    if (call.auth.kind !== "publishable") throw rawCardRefused();
    const known = readCard(call, card, "");
    const token = saveToken(call, "card", cardObject(known, card));
    call.store.secrets.save({ id: token.id, number: known.number, cvc: card.cvc ?? null });
    return token;
  },
  "any",
);

function saveToken(call: Call<unknown>, type: string, card: Stripe.Card | null): Stripe.Token {
  return call.store.tokens.save({
    id: newId(type === "card" ? "tok" : "cvctok"),
    object: "token",
    ...(card === null ? {} : { card }),
    client_ip: "127.0.0.1",
    created: call.now,
    livemode: false,
    type,
    used: false,
  });
}

type Given = NonNullable<z.output<typeof createParams>["card"]>;

function cardObject(
  card: TestCard,
  given: Partial<Given> & { exp_month: number; exp_year: number },
): Stripe.Card {
  const brands: Record<string, string> = {
    visa: "Visa",
    mastercard: "MasterCard",
    amex: "American Express",
    discover: "Discover",
    diners: "Diners Club",
    jcb: "JCB",
    unionpay: "UnionPay",
  };
  return {
    id: newId("card"),
    object: "card",
    address_city: given.address_city ?? null,
    address_country: given.address_country ?? null,
    address_line1: given.address_line1 ?? null,
    address_line1_check: given.address_line1 === undefined ? null : "unchecked",
    address_line2: given.address_line2 ?? null,
    address_state: given.address_state ?? null,
    address_zip: given.address_zip ?? null,
    address_zip_check: given.address_zip === undefined ? null : "unchecked",
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

const retrieve = endpoint(
  "GET /v1/tokens/:id",
  noParams,
  (call) => {
    const fixture = cardByFixture(call.id);
    if (fixture === null) return findOr(call.store.tokens, "token", call.id, "token");
    const card = cardObject(fixture, fixtureExpiry(call));
    if (!call.id.startsWith("tok_")) throw invalidRequest(`No such token: '${call.id}'`, {}, 404);
    const common = { client_ip: null, created: call.now, livemode: false, used: false };
    return { id: call.id, object: "token", card, type: "card", ...common };
  },
  "any",
);

export const tokenEndpoints = [create, retrieve];
