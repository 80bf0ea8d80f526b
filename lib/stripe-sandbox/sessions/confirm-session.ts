import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { resolveMethod } from "../methods/make-method";
import { checkFit, confirmIntent } from "../payments/confirm";
import type { Scope } from "../scope";
import { attemptSetup } from "../setup/attempt-setup";
import { newSetupIntent } from "../setup/make-setup";
import type { SessionState } from "../store/records";
import { redeem } from "./discounts";
import { completeSession } from "./follow";
import { sessionReturnUrl } from "./return-url";
import { redisplay, withCustomer, withDetails } from "./session-customer";
import { intentOf } from "./session-intent";

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
  requireSettled(session, confirmation);
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
  const ready = withCustomer(scope, withDetails(scope, session, chosen), state, confirmation.save);
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

/** What the shopper agreed to must be what is charged. */
function requireSettled(session: Stripe.Checkout.Session, { expectedAmount }: Confirmation): void {
  if (expectedAmount !== undefined && expectedAmount !== (session.amount_total ?? 0)) {
    throw invalidRequest("The amount of this Checkout Session has changed.", {
      code: "checkout_amount_mismatch",
      param: "expected_amount",
    });
  }
  if (session.automatic_tax.status === "requires_location_inputs") {
    throw invalidRequest(
      "The customer's address is needed to calculate the tax of this Checkout Session.",
      { code: "customer_tax_location_invalid" },
    );
  }
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
