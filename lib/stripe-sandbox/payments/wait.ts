import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { savePendingCharge } from "./charges";
import { keepForLater } from "./keep-for-later";
import { microdepositAction } from "./microdeposits";
import { moved } from "./moved";
import { nextAction, type Ways } from "./next-action";
import { openChallenge } from "./open-challenge";
import type { Plan } from "./plan";

/** The shopper must read the small deposits on the account first. */
export function verifying(scope: Scope, intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
  const waiting = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "challenge"),
    next_action: microdepositAction(scope, intent),
  });
  scope.emit("payment_intent.requires_action", waiting);
  return waiting;
}

/** A bank debit: its charge is pending until the bank answers. */
export function processing(
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

/** The shopper must do something elsewhere first. */
export function challenged(
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
