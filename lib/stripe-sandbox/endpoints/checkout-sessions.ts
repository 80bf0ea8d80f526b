import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { inRange, listPage, wholeList } from "../lists";
import { oneOf, pageParams, range, text } from "../params";
import type { Scope } from "../scope";
import { stateOf } from "../sessions/confirm-session";
import { createSession } from "../sessions/make-session";
import { createSessionParams, updateSessionParams } from "../sessions/session-params";
import { updateSession } from "../sessions/update-session";
import { openRecovery } from "../sessions/recover";

const find = (call: Call<unknown>) =>
  findOr(call.store.sessions, "checkout.session", call.id, "session");

const create = endpoint("POST /v1/checkout/sessions", createSessionParams, (call) =>
  createSession(call, call.body, call.isOldVersion),
);

const retrieve = endpoint("GET /v1/checkout/sessions/:id", noParams, (call) => find(call));

const update = endpoint("POST /v1/checkout/sessions/:id", updateSessionParams, (call) =>
  updateSession(call, find(call), call.body),
);

const expire = endpoint("POST /v1/checkout/sessions/:id/expire", noParams, (call) => {
  const session = find(call);
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  return expireSession(call, session);
});

/** Closes an open session; an intent that it made is canceled with it. */
export function expireSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  scope.world.timers.cancel(scope, session.id, "expire_session");
  const expired = scope.store.sessions.save({
    ...session,
    after_expiration: openRecovery(scope, session),
    status: "expired",
    url: null,
  });
  const intent = scope.store.paymentIntents.find(idOf(session.payment_intent) ?? "");
  if (intent !== undefined && intent.status !== "succeeded" && intent.status !== "canceled") {
    const canceled = scope.store.paymentIntents.save({
      ...intent,
      status: "canceled",
      canceled_at: scope.now,
      cancellation_reason: "automatic",
      next_action: null,
    });
    scope.emit("payment_intent.canceled", canceled);
  }
  scope.emit("checkout.session.expired", expired);
  return expired;
}

const lineItems = endpoint(
  "GET /v1/checkout/sessions/:id/line_items",
  z.strictObject(pageParams),
  (call) => {
    const { id } = find(call);
    const { limit = 10, starting_after } = call.body;
    const { items } = stateOf(call, id);
    const from =
      starting_after === undefined ? 0 : items.findIndex((item) => item.id === starting_after) + 1;
    const page = wholeList(
      items.slice(from, from + limit),
      `/v1/checkout/sessions/${id}/line_items`,
    );
    return { ...page, has_more: items.length > from + limit };
  },
);

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  customer: text().optional(),
  customer_details: z.strictObject({ email: text() }).optional(),
  payment_intent: text().optional(),
  payment_link: text().optional(),
  status: oneOf("complete", "expired", "open").optional(),
  subscription: text().optional(),
});

const listAll = endpoint("GET /v1/checkout/sessions", listParams, ({ body, store }) => {
  const { created, customer, customer_details, payment_intent, status } = body;
  const { sessions } = store;
  const source =
    payment_intent !== undefined
      ? sessions.rowsBy("payment_intent", payment_intent)
      : customer !== undefined
        ? sessions.rowsBy("customer", customer)
        : undefined;
  return listPage(sessions, {
    url: "/v1/checkout/sessions",
    noun: "checkout.session",
    cursor: body,
    source,
    where: (session) =>
      inRange(session.created, created) &&
      (status === undefined || session.status === status) &&
      (customer_details === undefined ||
        session.customer_details?.email === customer_details.email),
  });
});

export const checkoutSessionEndpoints = [create, retrieve, update, expire, lineItems, listAll];
