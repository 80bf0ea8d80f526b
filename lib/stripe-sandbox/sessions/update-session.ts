import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { mergeMetadata } from "../metadata";
import { addressOf, shippingOf } from "../methods/contact-params";
import { closeChallenges } from "../payments/close-challenges";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import { saveWithTotals } from "./change-session";
import { requireOpen, stateOf } from "./confirm-session";
import { makeLineItems } from "./line-items";
import { shippingOptions, shippingOptionsOf } from "./session-shipping";
import type { UpdateSession } from "./session-params";

/**
 * The store changes an open session: all of it or nothing, because a refusal is thrown before anything is
 * saved. Lines and the intent's data may change only where the store's own page has the fields; Stripe's
 * pages would show what is not true any more.
 */
export function updateSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
  body: UpdateSession,
): Stripe.Checkout.Session {
  const metadata = mergeMetadata(session.metadata ?? {}, body.metadata);
  const isOnlyMetadata = Object.entries(body).every(
    ([key, value]) => key === "metadata" || value === undefined,
  );
  if (isOnlyMetadata) return scope.store.sessions.save({ ...session, metadata });
  requireOpen(session);
  requireElements(session, body);
  const intent = changedIntent(scope, session, body.payment_intent_data);
  const state = changedState(scope, stateOf(scope, session.id), body);
  if (intent !== null) abandonAttempt(scope, intent);
  return saveWithTotals(
    scope,
    {
      ...session,
      metadata,
      shipping_options: shippingOptionsOf(scope, state.shippingRates),
      collected_information: collectedOf(session, body),
    },
    state,
  );
}

function requireElements({ ui_mode }: Stripe.Checkout.Session, body: UpdateSession): void {
  if (ui_mode === "elements") return;
  for (const param of ["line_items", "payment_intent_data"] as const) {
    if (body[param] === undefined) continue;
    throw invalidRequest(`\`${param}\` can only be updated when \`ui_mode\` is \`elements\`.`, {
      param,
    });
  }
}

function collectedOf(session: Stripe.Checkout.Session, body: UpdateSession) {
  const details = body.collected_information?.shipping_details;
  const address = addressOf(details?.address);
  const collected = session.collected_information;
  return {
    business_name: collected?.business_name ?? null,
    individual_name: collected?.individual_name ?? null,
    shipping_details:
      address === null || details === undefined
        ? (collected?.shipping_details ?? null)
        : { address, name: details.name },
  };
}

type IntentChange = UpdateSession["payment_intent_data"];

const abandonable: readonly string[] = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
];

/** Null: there is none yet, or nothing of it changes. Saves nothing. */
function changedIntent(
  scope: Scope,
  session: Stripe.Checkout.Session,
  data: IntentChange,
): Stripe.PaymentIntent | null {
  const intent = scope.store.paymentIntents.find(idOf(session.payment_intent) ?? "");
  if (data === undefined || intent === undefined) return null;
  if (!abandonable.includes(intent.status)) {
    throw invalidRequest(
      `You cannot update \`payment_intent_data\` because the PaymentIntent has a status of ${intent.status}.`,
      { code: "payment_intent_unexpected_state", param: "payment_intent_data" },
    );
  }
  const { metadata, shipping: _shipping, ...given } = data;
  return { ...intent, ...defined(given), metadata: mergeMetadata(intent.metadata, metadata) };
}

/** Whoever stands before their bank's question does so in vain: its answer moves nothing any more. */
function abandonAttempt(scope: Scope, intent: Stripe.PaymentIntent): void {
  closeChallenges(scope, intent);
  const status = "requires_payment_method";
  scope.store.paymentIntents.save({ ...intent, status, next_action: null });
}

function changedState(scope: Scope, state: SessionState, body: UpdateSession): SessionState {
  const rates =
    body.shipping_options === undefined
      ? state.shippingRates
      : shippingOptions(scope, body.shipping_options ?? []);
  const kept = state.shippingRate !== null && rates.includes(state.shippingRate);
  const data = body.payment_intent_data ?? {};
  const { metadata, shipping, ...given } = data;
  const known = state.intentData;
  return {
    ...state,
    items:
      body.line_items === undefined ? state.items : changedItems(scope, state, body.line_items),
    intentData: {
      ...known,
      ...defined(given),
      metadata: mergeMetadata(known.metadata, metadata),
      shipping: shipping === undefined ? known.shipping : shippingOf(shipping),
    },
    shippingRates: rates,
    shippingRate: kept ? state.shippingRate : (rates[0] ?? null),
  };
}

type Given = Omit<NonNullable<IntentChange>, "metadata" | "shipping">;
type Defined = { [K in keyof Given]?: Exclude<Given[K], undefined> };

/** Left out keeps what was there; null unsets it. */
function defined(given: Given): Defined {
  const { description, setup_future_usage, statement_descriptor } = given;
  const suffix = given.statement_descriptor_suffix;
  return {
    ...(description !== undefined && { description }),
    ...(setup_future_usage !== undefined && { setup_future_usage }),
    ...(statement_descriptor !== undefined && { statement_descriptor }),
    ...(suffix !== undefined && { statement_descriptor_suffix: suffix }),
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
