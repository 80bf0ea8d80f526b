import type Stripe from "stripe";
import { StripeError } from "../errors";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { carryOut } from "./attempt";
import { closeChallenges } from "./close-challenges";
import { failedAttempt } from "./decline";
import { moved } from "./moved";
import { authenticationFailure } from "./open-challenge";
import { collect } from "./charges";
import { openDispute } from "./disputes";
import { planFor } from "./plan";

/** The bank answered a delayed payment, or the shopper approved it in an app. */
export function settleIntent(scope: Scope, id: string): void {
  const intent = scope.store.paymentIntents.find(id);
  if (intent === undefined) return;
  const method = scope.store.paymentMethods.find(idOf(intent.payment_method) ?? "");
  if (method === undefined) return;
  const plan = planFor({
    store: scope.store,
    method,
    offSession: true,
    requestChallenge: false,
    setUp: false,
  });
  const delay = plan.is === "challenge" ? plan.afterwards : plan;
  const failure = delay.is === "delayed" ? delay.failure : null;
  if (intent.status === "requires_action") return settleApproval(scope, intent, method, failure);
  if (intent.status !== "processing") return;
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  if (charge === undefined) return;
  if (failure !== null) {
    const failed = scope.store.charges.save({
      ...charge,
      status: "failed",
      paid: false,
      captured: false,
      amount_captured: 0,
      failure_code: failure.code,
      failure_message: failure.message,
    });
    failedAttempt(scope, intent, method, failure, failed);
    return;
  }
  const paid = { ...charge, status: "succeeded" as const, paid: true };
  const collected = scope.store.charges.save(collect(scope, paid, intent, {}));
  const succeeded = scope.store.paymentIntents.save({
    ...intent,
    status: moved(intent, "succeed"),
    amount_received: charge.amount,
  });
  scope.emit("charge.succeeded", collected);
  scope.emit("payment_intent.succeeded", succeeded);
  if (delay.is === "delayed" && delay.dispute) openDispute(scope, collected, "fraudulent");
  sessionFollows(scope, succeeded);
}

function settleApproval(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  failure: { code: string; message: string } | null,
): void {
  if (failure !== null) {
    failedAttempt(scope, intent, method, failure, null);
    return;
  }
  try {
    carryOut(scope, intent, method, { is: "paid", card: {} }, null);
  } catch (error) {
    if (!(error instanceof StripeError && error.keepsEffects)) throw error;
  }
}

/** Nobody captured in time: the hold is gone, and the intent is canceled. */
export function expireAuthorization(scope: Scope, id: string): void {
  const intent = scope.store.paymentIntents.find(id);
  if (intent?.status !== "requires_capture") return;
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  const canceled = scope.store.paymentIntents.save({
    ...intent,
    status: "canceled",
    amount_capturable: 0,
    canceled_at: scope.now,
    cancellation_reason: "expired",
  });
  if (charge !== undefined) {
    const expired = scope.store.charges.save({
      ...charge,
      refunded: true,
      amount_refunded: charge.amount,
    });
    scope.emit("charge.expired", expired);
  }
  scope.emit("payment_intent.canceled", canceled);
  sessionFollows(scope, canceled);
}

/** A voucher that nobody paid in time. */
export function expireVoucher(scope: Scope, id: string): void {
  const intent = scope.store.paymentIntents.find(id);
  if (intent?.status !== "requires_action") return;
  const method = scope.store.paymentMethods.find(idOf(intent.payment_method) ?? "");
  if (method === undefined) return;
  closeChallenges(scope, intent);
  const decline = { ...authenticationFailure, code: "payment_intent_payment_attempt_expired" };
  failedAttempt(scope, intent, method, decline, null);
}
