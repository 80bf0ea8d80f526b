import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { inRange, listPage, wholeList } from "../lists";
import { mergeMetadata } from "../metadata";
import { addressOf, shippingOf } from "../methods/contact-params";
import { oneOf, pageParams, range, text } from "../params";
import type { Scope } from "../scope";
import { saveWithTotals } from "../sessions/change-session";
import { requireOpen, stateOf } from "../sessions/confirm-session";
import { makeLineItems } from "../sessions/line-items";
import { createSession } from "../sessions/make-session";
import { shippingOptions, shippingOptionsOf } from "../sessions/session-shipping";
import {
  createSessionParams,
  updateSessionParams,
  type UpdateSession,
} from "../sessions/session-params";
import type { SessionState } from "../store/records";
import { openRecovery } from "../sessions/recover";

const find = (call: Call<unknown>) =>
  findOr(call.store.sessions, "checkout.session", call.id, "session");

const create = endpoint("POST /v1/checkout/sessions", createSessionParams, (call) =>
  createSession(call, call.body, call.isOldVersion),
);

const retrieve = endpoint("GET /v1/checkout/sessions/:id", noParams, (call) => find(call));

const update = endpoint("POST /v1/checkout/sessions/:id", updateSessionParams, (call) => {
  const session = find(call);
  const { body } = call;
  const metadata = mergeMetadata(session.metadata ?? {}, body.metadata);
  const isOnlyMetadata = Object.entries(body).every(
    ([key, value]) => key === "metadata" || value === undefined,
  );
  if (isOnlyMetadata) return call.store.sessions.save({ ...session, metadata });
  requireOpen(session);
  const state = changedState(call, stateOf(call, session.id), body);
  const details = body.collected_information?.shipping_details;
  const address = addressOf(details?.address);
  const collected = session.collected_information;
  return saveWithTotals(
    call,
    {
      ...session,
      metadata,
      shipping_options: shippingOptionsOf(call, state.shippingRates),
      collected_information: {
        business_name: collected?.business_name ?? null,
        individual_name: collected?.individual_name ?? null,
        shipping_details:
          address === null || details === undefined
            ? (collected?.shipping_details ?? null)
            : { address, name: details.name },
      },
    },
    state,
  );
});

function changedState(scope: Scope, state: SessionState, body: UpdateSession): SessionState {
  const rates =
    body.shipping_options === undefined
      ? state.shippingRates
      : shippingOptions(scope, body.shipping_options ?? []);
  const kept = state.shippingRate !== null && rates.includes(state.shippingRate);
  const data = body.payment_intent_data;
  return {
    ...state,
    items:
      body.line_items === undefined ? state.items : changedItems(scope, state, body.line_items),
    intentData: {
      ...state.intentData,
      description: data?.description ?? state.intentData.description,
      metadata: mergeMetadata(state.intentData.metadata, data?.metadata),
      shipping:
        data?.shipping === undefined ? state.intentData.shipping : shippingOf(data.shipping),
    },
    shippingRates: rates,
    shippingRate: kept ? state.shippingRate : (rates[0] ?? null),
  };
}

/** Lines are replaced as a whole; one that names an id keeps what it does not change. */
function changedItems(
  scope: Scope,
  state: SessionState,
  wanted: NonNullable<UpdateSession["line_items"]>,
): SessionState["items"] {
  return wanted.flatMap(({ id, ...given }) => {
    const known = state.items.find((item) => item.id === id);
    if (id !== undefined && known === undefined) {
      throw invalidRequest(`No such line item: '${id}'`, {
        code: "resource_missing",
        param: "line_items",
      });
    }
    if (known === undefined || given.price !== undefined || given.price_data !== undefined) {
      return makeLineItems(scope, [given]);
    }
    const quantity = given.quantity ?? known.quantity ?? 1;
    const subtotal = Math.round(Number(known.price?.unit_amount_decimal ?? 0) * quantity);
    return [{ ...known, quantity, amount_subtotal: subtotal }];
  });
}

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
