import type Stripe from "stripe";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { saveCharge, type Attempt } from "./charges";
import { closeChallenges } from "./close-challenges";
import { declined } from "./decline";
import { openDispute, warnOfFraud } from "./disputes";
import { keepForLater } from "./keep-for-later";
import { awaitsMicrodeposits } from "./microdeposits";
import { moved } from "./moved";
import type { Ways } from "./next-action";
import { authenticationRequired, planFor, type Plan } from "./plan";
import { challenged, processing, verifying } from "./wait";

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
