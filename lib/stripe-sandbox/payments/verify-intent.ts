import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import { carryOut } from "./attempt";
import { failedAttempt } from "./decline";
import { judge, markVerified, mismatch, verificationFailed, type Told } from "./microdeposits";
import { planFor } from "./plan";

/** The shopper tells what arrived on their account; then the money is on its way. */
export function verifyIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  told: Told,
): Stripe.PaymentIntent {
  const method = scope.store.paymentMethods.find(idOf(intent.payment_method) ?? "");
  const isWaiting = intent.next_action?.type === "verify_with_microdeposits";
  if (!isWaiting || method === undefined) {
    throw invalidRequest(
      `You cannot verify this PaymentIntent because it has a status of ${intent.status}: no microdeposits are waiting.`,
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  const outcome = judge(told);
  if (outcome === "mismatch") throw mismatch(told);
  if (outcome !== "verified") {
    failedAttempt(scope, intent, method, outcome, null);
    throw verificationFailed(outcome);
  }
  markVerified(scope, method.id);
  const { store } = scope;
  const plan = planFor({ store, method, offSession: true, requestChallenge: false, setUp: false });
  return carryOut(scope, intent, method, plan, null);
}
