import { z } from "zod";
import { cardObject } from "../customers/cards";
import { bankFields, bankToken, cardFields, cardToken, saveToken } from "../customers/tokens";
import { endpoint, noParams } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { fixtureExpiry } from "../methods/make-card";
import { cardByFixture } from "../methods/test-cards";
import { text } from "../params";

const createParams = z.strictObject({
  card: z.strictObject(cardFields).optional(),
  cvc_update: z.strictObject({ cvc: text(10) }).optional(),
  bank_account: z.strictObject(bankFields).optional(),
});

const create = endpoint(
  "POST /v1/tokens",
  createParams,
  (call) => {
    const { bank_account, card, cvc_update } = call.body;
    if (bank_account !== undefined) return bankToken(call, bank_account);
    if (cvc_update !== undefined) return saveToken(call, "cvc_update", {});
    if (card === undefined) throw nothingGiven();
    return cardToken(call, card);
  },
  "any",
);

const nothingGiven = () =>
  invalidRequest(
    "You must supply either a card, customer, PII data, bank account, or account legal entity information to create a token.",
    { code: "parameter_missing", param: "card" },
  );

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
