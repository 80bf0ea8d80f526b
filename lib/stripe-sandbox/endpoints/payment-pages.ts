import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, missingResource } from "../errors";
import { flag, integer, text, unsettable, url } from "../params";
import { changeSession } from "../sessions/change-session";
import { confirmSession } from "../sessions/confirm-session";
import { pageChanges } from "../sessions/page-changes";
import { checkoutPage } from "../sessions/view";

/**
 * What Stripe.js and the checkout pages speak with: a session seen and changed by its shopper. The id is
 * a secret in itself (58 random characters); with a publishable key the client secret must fit too.
 */
const secretParam = { client_secret: text().optional() };

function find(call: Call<{ client_secret?: string | undefined }>): Stripe.Checkout.Session {
  const session = call.store.sessions.find(call.id);
  if (session === undefined) throw missingResource("payment_page", call.id, "session");
  const given = call.body.client_secret;
  if (given === undefined || session.client_secret === null || given === session.client_secret) {
    return session;
  }
  throw invalidRequest("The client secret does not match this Checkout Session.", {
    param: "client_secret",
  });
}

const page = (call: Call<unknown>) =>
  checkoutPage(call, call.store.sessions.find(call.id) ?? missing(call.id));

function missing(id: string): never {
  throw missingResource("payment_page", id, "session");
}

const retrieve = endpoint(
  "GET /v1/payment_pages/:id",
  z.strictObject(secretParam),
  (call) => checkoutPage(call, find(call)),
  "any",
);

const update = endpoint(
  "POST /v1/payment_pages/:id",
  z.strictObject({ ...secretParam, ...pageChanges }),
  (call) => {
    const { client_secret: _secret, ...change } = call.body;
    changeSession(call, find(call), change);
    return page(call);
  },
  "any",
);

const confirmParams = z.strictObject({
  ...secretParam,
  ...pageChanges,
  payment_method: unsettable(text()).optional(),
  payment_method_options: z.strictObject({ blik: z.strictObject({ code: text() }) }).optional(),
  return_url: unsettable(url()).optional(),
  save_payment_method: flag().optional(),
  expected_amount: integer(0).optional(),
  hosted: flag().optional(),
});

const confirm = endpoint(
  "POST /v1/payment_pages/:id/confirm",
  confirmParams,
  (call) => {
    const {
      client_secret: _secret,
      payment_method,
      payment_method_options: options,
      return_url,
      save_payment_method: save = false,
      expected_amount: expectedAmount,
      hosted = false,
      ...change
    } = call.body;
    const changed = changeSession(call, find(call), change);
    confirmSession(call, changed, {
      payment_method: payment_method ?? undefined,
      blikCode: options?.blik.code,
      returnUrl: return_url ?? undefined,
      expectedAmount,
      save,
      isHosted: hosted,
    });
    return page(call);
  },
  "any",
);

const challenge = endpoint(
  "GET /v1/challenges/:id",
  z.strictObject({}),
  (call) => {
    const found = call.store.challenges.find(call.id);
    if (found === undefined) throw missingResource("challenge", call.id, "id");
    const { id, status, kind } = found;
    return { id, object: "challenge", status, kind };
  },
  "any",
);

export const paymentPageEndpoints = [retrieve, update, confirm, challenge];
