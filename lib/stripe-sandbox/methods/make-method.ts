import type Stripe from "stripe";
import { invalidRequest, missingParam, missingResource } from "../errors";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import type { Scope } from "../scope";
import { bankDetails } from "./bank-details";
import { bankFixture } from "./test-banks";
import { fullYear, rawCardRefused, readCard } from "./card-checks";
import { billingOf } from "./contact-params";
import { fixtureExpiry, saveCardMethod } from "./make-card";
import type { MethodData } from "./method-params";
import { presentDetails } from "./present-details";
import { cardByFixture, cardByNumber } from "./test-cards";

type Options = { rawCards: boolean; prefix?: string };

/** Makes the payment method that `payment_method_data` or `POST /v1/payment_methods` describes. */
export function makeMethod(scope: Scope, data: MethodData, options: Options): Stripe.PaymentMethod {
  const prefix = options.prefix ?? "";
  const common = {
    allow_redisplay: data.allow_redisplay ?? "unspecified",
    billing_details: billingOf(data.billing_details),
    metadata: mergeMetadata({}, data.metadata),
  };
  if (data.type === "card") return makeCardMethod(scope, data, common, { ...options, prefix });
  const isPresent = data.type === "card_present" || data.type === "interac_present";
  const { details, number } = isPresent ? presentDetails(scope, data) : bankDetails(data, prefix);
  const id = newId("pm");
  const secret = number ?? data.billing_details?.email ?? null;
  if (secret !== null) scope.store.secrets.save({ id, number: secret, cvc: null });
  return scope.store.paymentMethods.save({
    id,
    object: "payment_method",
    ...common,
    created: scope.now,
    customer: null,
    customer_account: null,
    livemode: false,
    type: data.type,
    ...details,
  });
}

function makeCardMethod(
  scope: Scope,
  data: MethodData,
  common: Pick<Stripe.PaymentMethod, "billing_details" | "metadata" | "allow_redisplay">,
  options: Options & { prefix: string },
): Stripe.PaymentMethod {
  const given = data.card;
  const cardParam = options.prefix === "" ? "card" : `${options.prefix}[card]`;
  if (given === undefined) throw missingParam(cardParam);
  if ("token" in given) return methodOfToken(scope, given.token, common);
  if (!options.rawCards) throw rawCardRefused();
  const card = readCard(scope, given);
  const { exp_month, exp_year, cvc = null } = given;
  return saveCardMethod(scope, { card, exp_month, exp_year: fullYear(exp_year), cvc }, common);
}

function methodOfToken(
  scope: Scope,
  id: string,
  common: Pick<Stripe.PaymentMethod, "billing_details" | "metadata" | "allow_redisplay">,
): Stripe.PaymentMethod {
  const fixture = cardByFixture(id);
  if (fixture !== null) {
    return saveCardMethod(scope, { card: fixture, ...fixtureExpiry(scope), cvc: "123" }, common);
  }
  const { card, cvc, token } = spendToken(scope, id);
  const { exp_month, exp_year, name } = token;
  const billing_details = { ...common.billing_details, name: common.billing_details.name ?? name };
  return saveCardMethod(scope, { card, exp_month, exp_year, cvc }, { ...common, billing_details });
}

/** A token works once. */
export function spendToken(scope: Scope, id: string) {
  const token = scope.store.tokens.find(id);
  if (token?.card === undefined) throw missingResource("token", id, "token", 400);
  if (token.used) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: "token_already_used",
    });
  }
  const secret = scope.store.secrets.find(id);
  const card = cardByNumber(secret?.number ?? "");
  if (card === null) throw missingResource("token", id, "token", 400);
  scope.store.tokens.save({ ...token, used: true });
  return { card, cvc: secret?.cvc ?? null, token: token.card };
}

/** The payment method with this id. A published fixture such as `pm_card_visa` becomes a new one. */
export function resolveMethod(
  scope: Scope,
  id: string,
  param = "payment_method",
): Stripe.PaymentMethod {
  const known = scope.store.paymentMethods.find(id);
  if (known !== undefined) return known;
  const common = {
    billing_details: billingOf(undefined),
    metadata: {},
    allow_redisplay: undefined,
  };
  const card = id.startsWith("pm_card_") ? cardByFixture(id) : null;
  if (card !== null) {
    return saveCardMethod(scope, { card, ...fixtureExpiry(scope), cvc: "123" }, common);
  }
  if (id.startsWith("src_")) return methodOfSource(scope, id, param);
  const bank = bankFixture(id);
  if (bank !== null) return makeMethod(scope, bank, { rawCards: false });
  throw missingResource("PaymentMethod", id, param, 400);
}

/** Older integrations charge sources: their card, as a payment method. */
function methodOfSource(scope: Scope, id: string, param: string): Stripe.PaymentMethod {
  const source = scope.store.sources.find(id);
  const secret = scope.store.secrets.find(id);
  const card = cardByNumber(secret?.number ?? "");
  if (source === undefined || card === null) throw missingResource("source", id, param, 400);
  const { exp_month, exp_year } = fixtureExpiry(scope);
  const facts = {
    card,
    exp_month: source.card?.exp_month ?? exp_month,
    exp_year: source.card?.exp_year ?? exp_year,
    cvc: secret?.cvc ?? null,
  };
  const { address = null, email = null, name = null, phone = null } = source.owner ?? {};
  const billing_details = billingOf({ address, email, name, phone });
  return saveCardMethod(scope, facts, {
    billing_details,
    metadata: {},
    allow_redisplay: undefined,
  });
}
