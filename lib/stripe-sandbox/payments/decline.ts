import type Stripe from "stripe";
import { cardError } from "../errors";
import type { Decline } from "../methods/declines";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { saveFailedCharge, type Attempt } from "./charges";
import { moved } from "./moved";
import type { Plan } from "./plan";

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
      ...decline,
      ...(charge === null ? {} : { charge: charge.id }),
      doc_url: `https://docs.stripe.com/error-codes/${decline.code.replaceAll("_", "-")}`,
      payment_method: method,
    },
  });
  if (charge !== null) scope.emit("charge.failed", charge);
  scope.emit("payment_intent.payment_failed", failed);
  sessionFollows(scope, failed);
  return failed;
}

export function declined(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  plan: Extract<Plan, { is: "declined" }>,
): never {
  const made: Attempt = { intent, method, card: plan.card, authenticated: false };
  const charge = saveFailedCharge(scope, made, plan.decline);
  const failed = failedAttempt(scope, intent, method, plan.decline, charge);
  throw cardError({
    ...plan.decline,
    charge: charge.id,
    payment_intent: failed,
    payment_method: method,
  });
}
