import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { blankCustomer } from "../customers/blank-customer";
import { idOf } from "../ids";
import { resolveMethod } from "../methods/make-method";
import { checkFit, confirmIntent } from "../payments/confirm";
import { newIntent, optionsOf } from "../payments/make-intent";
import type { Scope } from "../scope";
import { attemptSetup } from "../setup/attempt-setup";
import { newSetupIntent } from "../setup/make-setup";
import type { SessionState } from "../store/records";
import { redeem } from "./discounts";
import { completeSession } from "./follow";
import { noDetails } from "./make-session";
import { sessionReturnUrl } from "./return-url";
import { totalsOf } from "./totals";

export type Confirmation = {
  payment_method: string | undefined;
  /** Six digits of the shopper's banking app; only payments by BLIK have one. */
  blikCode?: string | undefined;
  returnUrl: string | undefined;
  expectedAmount: number | undefined;
  save: boolean;
  /** A page of the sandbox itself: the shopper comes back to it, not to a frame. */
  isHosted: boolean;
};

/** The shopper presses "pay". A decline is thrown; the session stays open. */
export function confirmSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
  confirmation: Confirmation,
): void {
  const state = stateOf(scope, session.id);
  requireOpen(session);
  const { expectedAmount } = confirmation;
  if (expectedAmount !== undefined && expectedAmount !== (session.amount_total ?? 0)) {
    throw invalidRequest("The amount of this Checkout Session has changed.", {
      code: "checkout_amount_mismatch",
      param: "expected_amount",
    });
  }
  scope.store.sessionStates.save({ ...state, returnUrl: confirmation.returnUrl ?? null });
  if (session.mode === "payment" && session.amount_total === 0) {
    return completeFree(scope, session, state);
  }
  const id = confirmation.payment_method;
  if (id === undefined) {
    throw invalidRequest("Missing required param: payment_method.", {
      code: "parameter_missing",
      param: "payment_method",
    });
  }
  const chosen = resolveMethod(scope, id);
  checkBlikCode(chosen, confirmation.blikCode);
  const ready = withCustomer(scope, withDetails(scope, session, chosen), confirmation);
  const ways = {
    returnUrl: sessionReturnUrl(ready, confirmation.returnUrl ?? null, scope.world.origin),
    useStripeSdk: !confirmation.isHosted,
    offSession: false,
    errorOnRequiresAction: false,
  };
  const redisplayed = redisplay(scope, chosen, confirmation.save);
  if (ready.mode === "setup") return confirmSetup(scope, ready, redisplayed, ways);
  const intent = intentOf(scope, ready, state, confirmation.save);
  checkFit(intent, redisplayed);
  confirmIntent(scope, intent, {
    payment_method: redisplayed.id,
    ...(ways.returnUrl === null ? {} : { return_url: ways.returnUrl }),
    use_stripe_sdk: ways.useStripeSdk,
    rawCards: false,
  });
  redeem(scope, state.discount);
}

function checkBlikCode(method: Stripe.PaymentMethod, code: string | undefined): void {
  if (method.type !== "blik" || (code !== undefined && /^\d{6}$/.test(code))) return;
  throw invalidRequest("The BLIK code must have six digits.", {
    code: code === undefined ? "parameter_missing" : "payment_method_invalid_parameter",
    param: "payment_method_options[blik][code]",
  });
}

export function stateOf(scope: Scope, id: string): SessionState {
  const state = scope.store.sessionStates.find(id);
  if (state === undefined) throw invalidRequest(`No such checkout.session: ${id}`, {}, 404);
  return state;
}

export function requireOpen(session: Stripe.Checkout.Session): void {
  if (session.status === "open") return;
  throw invalidRequest(
    session.status === "expired"
      ? "This Checkout Session has expired and cannot be confirmed."
      : "This Checkout Session is already complete and cannot be changed.",
    { code: "checkout_session_not_open" },
  );
}

/** A discount of everything: nothing to pay, but an order all the same. */
function completeFree(scope: Scope, session: Stripe.Checkout.Session, state: SessionState): void {
  redeem(scope, state.discount);
  completeSession(scope, session, "no_payment_required");
}

/** What the method's billing details add to what the session knows of the shopper. */
function withDetails(
  scope: Scope,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): Stripe.Checkout.Session {
  const known = session.customer_details ?? noDetails;
  const { address, email, name, phone } = method.billing_details;
  const customer_details = {
    ...known,
    address: known.address ?? address,
    email: known.email ?? email,
    name: known.name ?? name,
    phone: known.phone ?? phone,
  };
  return scope.store.sessions.save({ ...session, customer_details });
}

function withCustomer(
  scope: Scope,
  session: Stripe.Checkout.Session,
  confirmation: Confirmation,
): Stripe.Checkout.Session {
  const state = stateOf(scope, session.id);
  const needed =
    session.customer_creation === "always" ||
    session.mode === "setup" ||
    confirmation.save ||
    state.intentData.setup_future_usage !== null;
  if (session.customer !== null || !needed) return session;
  const details = session.customer_details ?? noDetails;
  const customer = scope.store.customers.save({
    ...blankCustomer(scope),
    address: details.address,
    email: details.email,
    name: details.name,
    phone: details.phone,
  });
  scope.emit("customer.created", customer);
  return scope.store.sessions.save({ ...session, customer: customer.id });
}

function redisplay(
  scope: Scope,
  method: Stripe.PaymentMethod,
  save: boolean,
): Stripe.PaymentMethod {
  const shown = save ? "always" : "limited";
  if (method.customer !== null) return method;
  return scope.store.paymentMethods.save({ ...method, allow_redisplay: shown });
}

/** The session's intent: made at the first confirmation, brought up to date at the next ones. */
function intentOf(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
  save: boolean,
): Stripe.PaymentIntent {
  const { intentData } = state;
  const amount = totalsOf(scope, state).amounts.amount_total ?? 0;
  const known = scope.store.paymentIntents.find(idOf(session.payment_intent) ?? "");
  const setup_future_usage = intentData.setup_future_usage ?? (save ? "on_session" : null);
  const shipping = intentData.shipping ?? shippingFrom(session);
  if (known !== undefined) {
    const customer = idOf(session.customer);
    return scope.store.paymentIntents.save({
      ...known,
      amount,
      customer,
      setup_future_usage,
      shipping,
    });
  }
  const { capture_method, transfer_data, shipping: _shipping, ...rest } = intentData;
  const intent = newIntent(scope, {
    ...nonNull(rest),
    amount,
    currency: session.currency ?? "usd",
    metadata: intentData.metadata,
    ...(capture_method === null ? {} : { capture_method }),
    ...(transfer_data === null ? {} : { transfer_data }),
    ...(typeof session.customer === "string" ? { customer: session.customer } : {}),
  });
  const made = scope.store.paymentIntents.save({
    ...intent,
    setup_future_usage,
    shipping,
    payment_method_types: session.payment_method_types,
    payment_method_options: sessionOptions(session),
    receipt_email: intent.receipt_email,
  });
  scope.store.sessions.save({ ...session, payment_intent: made.id });
  scope.emit("payment_intent.created", made);
  return made;
}

function sessionOptions(
  session: Stripe.Checkout.Session,
): Stripe.PaymentIntent.PaymentMethodOptions {
  const base = optionsOf(undefined, null);
  const asked = session.payment_method_options?.card?.request_three_d_secure;
  if (base.card === undefined || asked === undefined) return base;
  return { card: { ...base.card, request_three_d_secure: asked } };
}

function shippingFrom(session: Stripe.Checkout.Session): Stripe.PaymentIntent.Shipping | null {
  const details = session.collected_information?.shipping_details;
  if (details === null || details === undefined) return null;
  const phone = session.customer_details?.phone ?? null;
  return {
    address: details.address,
    carrier: null,
    name: details.name,
    phone,
    tracking_number: null,
  };
}

type Kept<T> = { [K in keyof T]?: Exclude<T[K], null> };

function nonNull<T extends object>(value: T): Kept<T> {
  const kept: Kept<T> = {};
  for (const key in value) {
    const part = value[key];
    if (isPresent(part)) kept[key] = part;
  }
  return kept;
}

const isPresent = <T>(value: T): value is Exclude<T, null> => value !== null;

function confirmSetup(
  scope: Scope,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
  ways: Parameters<typeof attemptSetup>[3],
): void {
  const state = stateOf(scope, session.id);
  const known = scope.store.setupIntents.find(idOf(session.setup_intent) ?? "");
  const intent =
    known ??
    newSetupIntent(scope, {
      customer: idOf(session.customer),
      description: state.setupData.description,
      metadata: state.setupData.metadata,
      usage: "off_session",
      types: session.payment_method_types,
    });
  if (known === undefined) {
    scope.store.sessions.save({ ...session, setup_intent: intent.id });
    scope.emit("setup_intent.created", intent);
  }
  attemptSetup(scope, intent, method, ways);
}
