import type Stripe from "stripe";
import { cardError, invalidRequest } from "../errors";
import { idOf } from "../ids";
import { attachMethod } from "../methods/attach";
import { authenticationFailure, openChallenge } from "../payments/open-challenge";
import {
  awaitsMicrodeposits,
  judge,
  markVerified,
  microdepositAction,
  mismatch,
  verificationFailed,
  type Told,
} from "../payments/microdeposits";
import { nextAction, type Ways } from "../payments/next-action";
import { planFor, type Plan } from "../payments/plan";
import type { Decline } from "../methods/declines";
import type { Scope } from "../scope";
import { completeSession } from "../sessions/follow";
import { saveAttempt, setupMoved } from "./setup-attempt";

/** Sets a payment method up for later payments. A refusal is thrown, with its effects kept. */
export function attemptSetup(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  ways: Ways,
): Stripe.SetupIntent {
  const trying: Stripe.SetupIntent = {
    ...intent,
    status: setupMoved(intent, "confirm"),
    payment_method: method.id,
    last_setup_error: null,
    next_action: null,
  };
  const plan = planFor({
    store: scope.store,
    method,
    offSession: false,
    requestChallenge: false,
    setUp: true,
  });
  if (plan.is === "challenge" && plan.kind === "three_d_secure") {
    return challengedSetup(scope, trying, method, ways);
  }
  const verification = intent.payment_method_options?.us_bank_account?.verification_method;
  if (awaitsMicrodeposits(scope, method, verification)) return verifyingSetup(scope, trying);
  return carryOutSetup(scope, trying, method, plan.is === "challenge" ? plan.afterwards : plan);
}

function verifyingSetup(scope: Scope, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  const waiting = scope.store.setupIntents.save({
    ...intent,
    status: setupMoved(intent, "challenge"),
    next_action: microdepositAction(scope, intent),
  });
  scope.emit("setup_intent.requires_action", waiting);
  return waiting;
}

/** The shopper tells what arrived on their account: it is set up. */
export function verifySetup(
  scope: Scope,
  intent: Stripe.SetupIntent,
  told: Told,
): Stripe.SetupIntent {
  const method = scope.store.paymentMethods.find(idOf(intent.payment_method) ?? "");
  const isWaiting = intent.next_action?.type === "verify_with_microdeposits";
  if (!isWaiting || method === undefined) {
    throw invalidRequest(
      `You cannot verify this SetupIntent because it has a status of ${intent.status}: no microdeposits are waiting.`,
      { code: "setup_intent_unexpected_state", setup_intent: intent },
    );
  }
  const outcome = judge(told);
  if (outcome === "mismatch") throw mismatch(told);
  if (outcome !== "verified") {
    failedSetup(scope, intent, method, outcome);
    throw verificationFailed(outcome);
  }
  markVerified(scope, method.id);
  return carryOutSetup(scope, intent, method, { is: "paid", card: {} });
}

function challengedSetup(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  ways: Ways,
): Stripe.SetupIntent {
  const challenge = openChallenge(scope, {
    intent: intent.id,
    kind: "three_d_secure",
    paymentMethodType: method.type,
    returnUrl: ways.returnUrl,
  });
  const { type, redirect_to_url, use_stripe_sdk } = nextAction(scope, challenge, 0, ways);
  const next: Stripe.SetupIntent.NextAction = {
    type,
    ...(redirect_to_url === undefined ? {} : { redirect_to_url }),
    ...(use_stripe_sdk === undefined ? {} : { use_stripe_sdk }),
  };
  const waiting = scope.store.setupIntents.save({
    ...intent,
    status: setupMoved(intent, "challenge"),
    next_action: next,
  });
  scope.emit("setup_intent.requires_action", waiting);
  return waiting;
}

function carryOutSetup(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  plan: Plan,
): Stripe.SetupIntent {
  // A card that is refused only when it is charged can be set up: number 4000000000000341.
  if (plan.is === "declined") {
    const failed = failedSetup(scope, intent, method, plan.decline);
    const { code, decline_code, message } = plan.decline;
    throw cardError({
      code,
      ...(decline_code === undefined ? {} : { decline_code }),
      message,
      setup_intent: failed,
      payment_method: method,
    });
  }
  const attempt = saveAttempt(scope, intent, method, "succeeded");
  const customer = idOf(intent.customer);
  const secret = scope.store.secrets.find(method.id);
  const generated = idOf(attempt.payment_method_details.card_present?.generated_card);
  const card = scope.store.paymentMethods.find(generated ?? "");
  if (card !== undefined && customer !== null) attachMethod(scope, card, customer);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, setUp: true });
  if (customer !== null && method.customer === null && method.type !== "card_present") {
    attachMethod(scope, method, customer);
  }
  const done = scope.store.setupIntents.save({
    ...intent,
    status: setupMoved(intent, "succeed"),
    latest_attempt: attempt.id,
    next_action: null,
  });
  scope.emit("setup_intent.succeeded", done);
  const session = scope.store.sessions.by("payment_intent", done.id)[0];
  if (session?.status === "open") completeSession(scope, session, "no_payment_required");
  return done;
}

function failedSetup(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.SetupIntent {
  const attempt = saveAttempt(scope, intent, method, "failed");
  const failed = scope.store.setupIntents.save({
    ...intent,
    status: setupMoved(intent, "fail"),
    latest_attempt: attempt.id,
    payment_method: null,
    next_action: null,
    last_setup_error: {
      type: decline.code.startsWith("setup_intent") ? "invalid_request_error" : "card_error",
      code: decline.code,
      ...(decline.decline_code === undefined ? {} : { decline_code: decline.decline_code }),
      message: decline.message,
      payment_method: method,
    },
  });
  scope.emit("setup_intent.setup_failed", failed);
  return failed;
}

/** The shopper answered the challenge of a setup. */
export function resolveSetup(scope: Scope, id: string, outcome: "complete" | "fail"): void {
  const intent = scope.store.setupIntents.find(id);
  const method = scope.store.paymentMethods.find(idOf(intent?.payment_method) ?? "");
  if (intent?.status !== "requires_action" || method === undefined) return;
  if (outcome === "complete") {
    carryOutSetup(scope, intent, method, { is: "paid", card: {} });
    return;
  }
  const decline = { ...authenticationFailure, code: "setup_intent_authentication_failure" };
  failedSetup(scope, intent, method, decline);
}
