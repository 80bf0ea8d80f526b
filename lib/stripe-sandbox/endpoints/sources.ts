import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { newId, randomText } from "../ids";
import { mergeMetadata } from "../metadata";
import { fullYear, readCard } from "../methods/card-checks";
import { addressOf, billingParams } from "../methods/contact-params";
import { fingerprintOf, fixtureExpiry } from "../methods/make-card";
import { spendToken } from "../methods/make-method";
import { cardByFixture, type TestCard } from "../methods/test-cards";
import { currency, integer, metadata, oneOf, text } from "../params";

/**
 * Sources are what tokens and payment methods grew out of. The sandbox makes card sources, which older
 * integrations charge; sources of banks are payment methods today.
 */
const createParams = z.strictObject({
  amount: integer(0).optional(),
  card: z
    .strictObject({
      number: text(24),
      exp_month: integer(),
      exp_year: integer(),
      cvc: text(4).optional(),
    })
    .optional(),
  client_secret: text().optional(),
  currency: currency().optional(),
  metadata: metadata().optional(),
  owner: billingParams.optional(),
  redirect: z.looseObject({}).optional(),
  statement_descriptor: text(22).optional(),
  token: text().optional(),
  type: oneOf("card").optional(),
  usage: oneOf("reusable", "single_use").optional(),
});

type Facts = { card: TestCard; exp_month: number; exp_year: number; cvc: string | null };

function cardFacts(call: CreateCall): Facts {
  const { card: typed, token } = call.body;
  if (token !== undefined) {
    const fixture = cardByFixture(token);
    if (fixture !== null) return { card: fixture, ...fixtureExpiry(call), cvc: "123" };
    const spent = spendToken(call, token);
    const { exp_month, exp_year } = spent.token;
    return { card: spent.card, exp_month, exp_year, cvc: spent.cvc };
  }
  if (typed !== undefined && call.mayTypeCards) {
    const { exp_month, exp_year, cvc = null } = typed;
    return { card: readCard(call, typed), exp_month, exp_year: fullYear(exp_year), cvc };
  }
  throw invalidRequest("Missing required param: token.", {
    code: "parameter_missing",
    param: "token",
  });
}

const create = endpoint(
  "POST /v1/sources",
  createParams,
  (call) => {
    const facts = cardFacts(call);
    const id = newId("src");
    call.store.secrets.save({ id, number: facts.card.number, cvc: facts.cvc });
    const source = call.store.sources.save(sourceOf(call, id, facts));
    call.emit("source.chargeable", source);
    return source;
  },
  "any",
);

type CreateCall = Call<z.output<typeof createParams>>;

function sourceOf({ body, now }: CreateCall, id: string, facts: Facts): Stripe.Source {
  return {
    id,
    object: "source",
    allow_redisplay: null,
    amount: body.amount ?? null,
    card: sourceCard(facts, body.owner?.name ?? null),
    client_secret: `${id}_secret_${randomText(24)}`,
    created: now,
    currency: body.currency ?? null,
    flow: "none",
    livemode: false,
    metadata: mergeMetadata({}, body.metadata),
    owner: ownerOf(body.owner),
    statement_descriptor: body.statement_descriptor ?? null,
    status: "chargeable",
    type: "card",
    usage: body.usage ?? "reusable",
  };
}

function sourceCard(
  { card, cvc, exp_month, exp_year }: Facts,
  name: string | null,
): Stripe.Source.Card {
  return {
    address_line1_check: null,
    address_zip_check: null,
    brand: card.brand,
    country: card.country,
    cvc_check: cvc === null ? null : "unchecked",
    dynamic_last4: null,
    exp_month,
    exp_year,
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    last4: card.number.slice(-4),
    name,
    three_d_secure: "optional",
    tokenization_method: null,
  };
}

function ownerOf(owner: CreateCall["body"]["owner"]): Stripe.Source.Owner {
  return {
    address: addressOf(owner?.address),
    email: owner?.email ?? null,
    name: owner?.name ?? null,
    phone: owner?.phone ?? null,
    verified_address: null,
    verified_email: null,
    verified_name: null,
    verified_phone: null,
  };
}

const find = (call: Call<unknown>) => findOr(call.store.sources, "source", call.id, "source");

const retrieve = endpoint(
  "GET /v1/sources/:id",
  z.strictObject({ client_secret: text().optional() }),
  (call) => {
    const source = find(call);
    const isPublic = call.auth.kind === "publishable";
    if (!isPublic || call.body.client_secret === source.client_secret) return source;
    throw invalidRequest("The client secret does not match.", { param: "client_secret" });
  },
  "any",
);

const update = endpoint(
  "POST /v1/sources/:id",
  z.strictObject({ amount: integer(0).optional(), metadata: metadata().optional() }),
  (call) => {
    const before = find(call);
    return call.store.sources.save({
      ...before,
      amount: call.body.amount ?? before.amount,
      metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
    });
  },
);

export const sourceEndpoints = [create, retrieve, update];
