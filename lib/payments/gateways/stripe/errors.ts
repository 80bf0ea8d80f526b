import { Stripe } from "stripe";
import type { Failure } from "@/lib/payments/core/gateway-answers";

export type StripeRefusal =
  | { kind: "declined"; failure: Failure; intent: Stripe.PaymentIntent | null }
  | { kind: "unknown"; cause: string };

/**
 * What an error of the SDK says about our question. Only an answer that Stripe gave on purpose is a
 * refusal. Everything else (no answer, a crash over there, a conflict with our own other request, too
 * many requests) leaves open whether it happened, and is asked again under the same key.
 */
export function readError(error: unknown): StripeRefusal {
  if (error instanceof Stripe.errors.StripeCardError) {
    const code = error.decline_code ?? error.code ?? "card_declined";
    const failure = { code, message: error.message };
    return { kind: "declined", failure, intent: error.payment_intent ?? null };
  }
  if (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  ) {
    const failure = { code: error.code ?? error.type, message: error.message };
    return { kind: "declined", failure, intent: error.payment_intent ?? null };
  }
  if (error instanceof Stripe.errors.StripeError) {
    return { kind: "unknown", cause: `${error.type}: ${error.message}` };
  }
  throw error;
}
