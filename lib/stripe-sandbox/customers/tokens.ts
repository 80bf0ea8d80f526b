import type Stripe from "stripe";
import { z } from "zod";
import type { Call } from "../endpoint";
import { newId } from "../ids";
import { rawCardRefused, readCard } from "../methods/card-checks";
import { integer, oneOf, text, unsettable } from "../params";
import { bankObject, type BankGiven } from "./bank-accounts";
import { cardObject } from "./cards";

/** What a token is made of, and tokens themselves: a card's or a bank account's number, kept apart. */
const line = () => unsettable(text()).optional();

export const cardFields = {
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
};

export const bankFields = {
  account_holder_name: text().optional(),
  account_holder_type: oneOf("company", "individual").optional(),
  account_number: text(34),
  account_type: text().optional(),
  country: text(2),
  currency: text(3).optional(),
  payment_method: text().optional(),
  routing_number: text(20).optional(),
};

/** A token's id, or what a token would be made of: numbers come from servers that may handle them. */
export const sourceParam = z.union([
  text(),
  z.strictObject({ object: oneOf("card"), ...cardFields }),
  z.strictObject({ object: oneOf("bank_account"), ...bankFields }),
]);

/** The id of what was sent as a `source`, which is made a token first when it is none. */
export function tokenOf(call: Call<unknown>, given: z.output<typeof sourceParam>): string {
  if (typeof given === "string") return given;
  return given.object === "card" ? cardToken(call, given).id : bankToken(call, given).id;
}

const card = z.strictObject(cardFields);

/** @throws StripeError when the key may not send card numbers, or the card is none of the test cards. */
export function cardToken(call: Call<unknown>, given: z.output<typeof card>): Stripe.Token {
  if (!call.mayTypeCards) throw rawCardRefused();
  const known = readCard(call, given, "");
  const token = saveToken(call, "card", { card: cardObject(known, given) });
  call.store.secrets.save({ id: token.id, number: known.number, cvc: given.cvc ?? null });
  return token;
}

/** A bank account's number may come from a server: it is no card. */
export function bankToken(call: Call<unknown>, given: BankGiven): Stripe.Token {
  const token = saveToken(call, "bank_account", { bank_account: bankObject(given) });
  call.store.secrets.save({ id: token.id, number: given.account_number, cvc: null });
  return token;
}

const prefixes = { card: "tok", bank_account: "btok", cvc_update: "cvctok" };

export function saveToken(
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
