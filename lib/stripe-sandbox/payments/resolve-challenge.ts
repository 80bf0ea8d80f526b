import type Stripe from "stripe";
import { invalidRequest, StripeError } from "../errors";
import type { Scope } from "../scope";
import { resolveSetup } from "../setup/attempt-setup";
import type { ChallengeRecord } from "../store/records";
import { carryOut } from "./attempt";
import { failedAttempt } from "./decline";
import { authenticationFailure } from "./open-challenge";
import { moved } from "./moved";
import { planFor } from "./plan";

/**
 * The shopper answered on the challenge's page. The intent goes on as its plan says, or the attempt
 * has failed. A second answer changes nothing.
 */
export function resolveChallenge(
  scope: Scope,
  id: string,
  outcome: "complete" | "fail",
): ChallengeRecord {
  const challenge = scope.store.challenges.find(id);
  if (challenge === undefined) throw invalidRequest(`No such challenge: '${id}'`, {}, 404);
  if (challenge.status !== "open") return challenge;
  const status = outcome === "complete" ? "completed" : "failed";
  const resolved = scope.store.challenges.save({ ...challenge, status });
  scope.world.timers.cancel(scope, challenge.intent, "expire_voucher");
  const intent = scope.store.paymentIntents.find(challenge.intent);
  if (intent === undefined) resolveSetup(scope, challenge.intent, outcome);
  else resolveIntent(scope, intent, outcome);
  return resolved;
}

function resolveIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  outcome: "complete" | "fail",
): void {
  if (intent.status !== "requires_action") return;
  const method = scope.store.paymentMethods.find(String(intent.payment_method));
  if (method === undefined) return;
  if (outcome === "fail") {
    failedAttempt(scope, intent, method, authenticationFailure, null);
    return;
  }
  if (intent.confirmation_method === "manual") {
    const status = moved(intent, "confirm");
    scope.store.paymentIntents.save({ ...intent, status, next_action: null });
    return;
  }
  const plan = planFor({
    store: scope.store,
    method,
    offSession: false,
    requestChallenge: true,
    setUp: false,
  });
  try {
    carryOut(scope, intent, method, plan.is === "challenge" ? plan.afterwards : plan, null);
  } catch (error) {
    // The bank said no after the authentication: the intent says so, nobody waits for a 402.
    if (!(error instanceof StripeError && error.keepsEffects)) throw error;
  }
}
