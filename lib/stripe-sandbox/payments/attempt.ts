import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { saveCharge, savePendingCharge, type Attempt } from "./charges";
import { closeChallenges } from "./close-challenges";
import { declined } from "./decline";
import { openDispute, warnOfFraud } from "./disputes";
import { keepForLater } from "./keep-for-later";
import { awaitsMicrodeposits, microdepositAction } from "./microdeposits";
import { moved } from "./moved";
import { nextAction, type Ways } from "./next-action";
import { openChallenge } from "./open-challenge";
import { authenticationRequired, planFor, type Plan } from "./plan";

/**
 * Charges a payment method for an intent. Answers the intent as it then is; a decline is thrown as a
 * card error, with its effects kept.
 */
export function attempt(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  ways: Ways,
): Stripe.PaymentIntent {
  const asked = intent.payment_method_options?.card?.request_three_d_secure;
  const plan = planFor({
    store: scope.store,
    method,
    offSession: ways.offSession,
    requestChallenge: asked === "any" || asked === "challenge",
    setUp: false,
  });
  const trying: Stripe.PaymentIntent = {
    ...intent,
    status: moved(intent, "confirm"),
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  };
  if (plan.is === "challenge" && isAuthenticated(scope, intent, method)) {
    return carryOut(scope, trying, method, plan.afterwards, null);
  }
  closeChallenges(scope, intent);
  if (plan.is === "challenge" && ways.errorOnRequiresAction) {
    return declined(scope, trying, method, {
      is: "declined",
      decline: authenticationRequired,
      card: {},
    });
  }
  const verification = intent.payment_method_options?.us_bank_account?.verification_method;
  if (awaitsMicrodeposits(scope, method, verification)) return verifying(scope, trying);
  return carryOut(scope, trying, method, plan, ways);
}

function verifying(scope: Scope, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const waiting = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "challenge"),
    next_action: microdepositAction(scope, intent),
  });
  scope.emit("payment_intent.requires_action", waiting);
  return waiting;
}

/**
 * With manual confirmation the shopper authenticates first, and the server confirms once more: then
 * the same method need not be authenticated again.
 */
function isAuthenticated(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): boolean {
  if (intent.confirmation_method !== "manual" || intent.payment_method !== method.id) return false;
  return scope.store.challenges
    .by("intent", intent.id)
    .some(({ status }) => status === "completed");
}

/** Does what the plan says, now that nothing stands in its way. */
export function carryOut(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  plan: Plan,
  ways: Ways | null,
): Stripe.PaymentIntent {
  switch (plan.is) {
    case "paid":
      return paid(scope, { intent, method, card: plan.card, authenticated: ways === null });
    case "declined":
      return declined(scope, intent, method, plan);
    case "delayed":
      return processing(scope, intent, method, plan);
    case "challenge":
      return challenged(scope, intent, method, plan, ways);
  }
}

function paid(scope: Scope, made: Attempt): Stripe.PaymentIntent {
  const { method, card } = made;
  const isManual = made.intent.capture_method === "manual";
  const charge = saveCharge(scope, made, !isManual);
  const status = moved(made.intent, isManual ? "authorize" : "succeed");
  const intent = scope.store.paymentIntents.save({
    ...made.intent,
    status,
    latest_charge: charge.id,
    next_action: null,
    amount_capturable: isManual ? charge.amount : 0,
    amount_received: isManual ? 0 : charge.amount,
  });
  keepForLater(scope, intent, method);
  scope.emit("charge.succeeded", charge);
  if (isManual) {
    scope.emit("payment_intent.amount_capturable_updated", intent);
    scope.after(holdSeconds(scope, charge), "expire_authorization", intent.id);
  } else {
    scope.emit("payment_intent.succeeded", intent);
  }
  if (card.dispute !== undefined) openDispute(scope, charge, card.dispute);
  if (card.earlyFraudWarning === true) warnOfFraud(scope, charge);
  sessionFollows(scope, intent);
  return intent;
}

function holdSeconds(scope: Scope, charge: Stripe.Charge): number {
  const details = charge.payment_method_details;
  const until = details?.card?.capture_before ?? details?.card_present?.capture_before;
  return (until ?? scope.now + 7 * 86_400) - scope.now;
}

function processing(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  plan: Extract<Plan, { is: "delayed" }>,
): Stripe.PaymentIntent {
  if (method.type === "blik") return awaitApproval(scope, intent, plan);
  const charge = savePendingCharge(scope, { intent, method, card: {}, authenticated: false });
  const waiting = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "process"),
    latest_charge: charge.id,
    next_action: null,
  });
  keepForLater(scope, waiting, method);
  scope.emit("charge.pending", charge);
  scope.emit("payment_intent.processing", waiting);
  scope.after(plan.settlesAfterS, "settle_intent", waiting.id);
  sessionFollows(scope, waiting);
  return waiting;
}

/** The shopper approves in the bank's app; until then the intent requires action. */
function awaitApproval(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  plan: Extract<Plan, { is: "delayed" }>,
): Stripe.PaymentIntent {
  const waiting = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "challenge"),
    next_action: { type: "blik_authorize", blik_authorize: {} },
  });
  scope.emit("payment_intent.requires_action", waiting);
  scope.after(plan.settlesAfterS, "settle_intent", waiting.id);
  return waiting;
}

function challenged(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  plan: Extract<Plan, { is: "challenge" }>,
  ways: Ways | null,
): Stripe.PaymentIntent {
  const needsReturn = plan.kind === "redirect" && ways?.returnUrl === null;
  if (needsReturn) {
    throw invalidRequest(
      "A `return_url` must be specified because this Payment Intent is configured to automatically accept the payment methods enabled in the Dashboard, some of which may require a full page redirect to succeed. If you do not want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
      { param: "return_url" },
    );
  }
  const challenge = openChallenge(scope, {
    intent: intent.id,
    kind: plan.kind,
    paymentMethodType: method.type,
    returnUrl: ways?.returnUrl ?? null,
  });
  const waiting = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "challenge"),
    next_action: nextAction(scope, challenge, intent.amount, ways),
  });
  scope.emit("payment_intent.requires_action", waiting);
  sessionFollows(scope, waiting);
  return waiting;
}
