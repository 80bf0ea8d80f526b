import type Stripe from "stripe";
import { z } from "zod";
import { bankObject, type BankGiven } from "../customers/bank-accounts";
import { cardObject } from "../customers/cards";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { rawCardRefused, readCard } from "../methods/card-checks";
import { fixtureExpiry } from "../methods/make-card";
import { cardByFixture } from "../methods/test-cards";
import { integer, oneOf, text, unsettable } from "../params";

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
  bank_account: z
    .strictObject({
      account_holder_name: text().optional(),
      account_holder_type: oneOf("company", "individual").optional(),
      account_number: text(34),
      account_type: text().optional(),
      country: text(2),
      currency: text(3).optional(),
      payment_method: text().optional(),
      routing_number: text(20).optional(),
    })
    .optional(),
});

const create = endpoint(
  "POST /v1/tokens",
  createParams,
  (call) => {
    const { bank_account, card, cvc_update } = call.body;
    if (bank_account !== undefined) return bankToken(call, bank_account);
    if (cvc_update !== undefined) return saveToken(call, "cvc_update", {});
    if (card === undefined) throw nothingGiven();
    if (!call.mayTypeCards) throw rawCardRefused();
    const known = readCard(call, card, "");
    const token = saveToken(call, "card", { card: cardObject(known, card) });
    call.store.secrets.save({ id: token.id, number: known.number, cvc: card.cvc ?? null });
    return token;
  },
  "any",
);

/** A bank account's number may come from a server: it is no card. */
function bankToken(call: Call<unknown>, given: BankGiven): Stripe.Token {
  const token = saveToken(call, "bank_account", { bank_account: bankObject(given) });
  call.store.secrets.save({ id: token.id, number: given.account_number, cvc: null });
  return token;
}

const nothingGiven = () =>
  invalidRequest(
    "You must supply either a card, customer, PII data, bank account, or account legal entity information to create a token.",
    { code: "parameter_missing", param: "card" },
  );

const prefixes = { card: "tok", bank_account: "btok", cvc_update: "cvctok" };

function saveToken(
  call: Call<unknown>,
  type: keyof typeof prefixes,
  held: Pick<Stripe.Token, "card" | "bank_account">,
): Stripe.Token {
  return call.store.tokens.save({
    id: newId(prefixes[type]),
    object: "token",
    ...held,
    client_ip: "127.0.0.1",
    created: call.now,
    livemode: false,
    type,
    used: false,
  });
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
