import type Stripe from "stripe";
import { cardError, invalidRequest } from "../errors";
import { idOf } from "../ids";
import { intentAfter, type IntentEvent } from "../machines";
import type { Decline } from "../methods/test-cards";
import { attachMethod } from "../methods/attach";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { openChallenge } from "./challenges";
import { saveCharge, saveFailedCharge, savePendingCharge, type Attempt } from "./charges";
import { openDispute, warnOfFraud } from "./disputes";
import { nextAction } from "./next-action";
import { authenticationRequired, planFor, type Plan } from "./plan";

/** How the caller of a confirmation can handle what comes of it. */
export type Ways = {
  returnUrl: string | null;
  useStripeSdk: boolean;
  offSession: boolean;
  errorOnRequiresAction: boolean;
};

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
  closeChallenges(scope, intent);
  if (plan.is === "challenge" && ways.errorOnRequiresAction) {
    return declined(scope, trying, method, {
      is: "declined",
      decline: authenticationRequired,
      card: {},
    });
  }
  return carryOut(scope, trying, method, plan, ways);
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

/** The attempt failed: the intent can be tried again with another method. */
export function failedAttempt(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
  charge: Stripe.Charge | null,
): Stripe.PaymentIntent {
  const failed = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "fail"),
    payment_method: null,
    next_action: null,
    latest_charge: charge?.id ?? intent.latest_charge,
    last_payment_error: {
      type:
        decline.code === "payment_intent_authentication_failure"
          ? "invalid_request_error"
          : "card_error",
      code: decline.code,
      ...(decline.decline_code === undefined ? {} : { decline_code: decline.decline_code }),
      ...(charge === null ? {} : { charge: charge.id }),
      doc_url: `https://docs.stripe.com/error-codes/${decline.code.replaceAll("_", "-")}`,
      message: decline.message,
      payment_method: method,
    },
  });
  if (charge !== null) scope.emit("charge.failed", charge);
  scope.emit("payment_intent.payment_failed", failed);
  sessionFollows(scope, failed);
  return failed;
}

function declined(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  plan: Extract<Plan, { is: "declined" }>,
): never {
  const made: Attempt = { intent, method, card: plan.card, authenticated: false };
  const charge = saveFailedCharge(scope, made, plan.decline);
  const failed = failedAttempt(scope, intent, method, plan.decline, charge);
  const { code, decline_code, message } = plan.decline;
  throw cardError({
    code,
    ...(decline_code === undefined ? {} : { decline_code }),
    message,
    charge: charge.id,
    ...(code === "incorrect_cvc" ? { param: "cvc" } : {}),
    ...(code === "expired_card" ? { param: "exp_month" } : {}),
    payment_intent: failed,
    payment_method: method,
  });
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

/** A new attempt makes the pages of the last one stale. */
export function closeChallenges(scope: Scope, intent: { id: string }): void {
  for (const challenge of scope.store.challenges.by("intent", intent.id)) {
    if (challenge.status === "open")
      scope.store.challenges.save({ ...challenge, status: "failed" });
  }
  scope.world.timers.cancel(scope, intent.id, "settle_intent");
  scope.world.timers.cancel(scope, intent.id, "expire_voucher");
}

/** `setup_future_usage`: the method is the customer's from now on. */
function keepForLater(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void {
  if (intent.setup_future_usage === null) return;
  const secret = scope.store.secrets.find(method.id);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, setUp: true });
  const customer = idOf(intent.customer);
  const kept = method.type === "card_present" ? generatedCard(scope, intent) : method;
  if (customer !== null && kept?.customer === null) attachMethod(scope, kept, customer);
}

/** A card read by a terminal cannot be kept itself; the card that was generated from it can. */
function generatedCard(
  scope: Scope,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentMethod | undefined {
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  const id = charge?.payment_method_details?.card_present?.generated_card;
  return scope.store.paymentMethods.find(id ?? "");
}

/** The status after an event, or the error that Stripe answers when it cannot happen now. */
export function moved(
  intent: Stripe.PaymentIntent,
  event: IntentEvent,
): Stripe.PaymentIntent["status"] {
  const status = intentAfter(intent.status, event);
  if (status !== null) return status;
  throw unexpectedState(intent, event);
}

const verbs: Partial<Record<IntentEvent, string>> = {
  confirm: "confirm",
  capture: "be captured",
  cancel: "cancel",
};

export function unexpectedState(intent: Stripe.PaymentIntent, event: IntentEvent) {
  const { status } = intent;
  const message =
    event === "confirm" && status === "succeeded"
      ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
      : event === "capture"
        ? `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
        : event === "cancel"
          ? `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`
          : `You cannot ${verbs[event] ?? event} this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`;
  return invalidRequest(message, {
    code: "payment_intent_unexpected_state",
    payment_intent: intent,
  });
}
