import type Stripe from "stripe";
import { invalidRequest, StripeError } from "../errors";

/** What a browser may see of an intent: nothing that the merchant wrote for themselves. */
export function publicIntent(
  intent: Stripe.PaymentIntent,
): Pick<Stripe.PaymentIntent, (typeof shown)[number]> & Stripe.PaymentIntent {
  const copy = { ...intent, customer: null, metadata: {}, application_fee_amount: null };
  return {
    ...copy,
    on_behalf_of: null,
    transfer_group: null,
    latest_charge: null,
    transfer_data: null,
  };
}

const shown = ["id", "status", "client_secret"] as const;

/** With a publishable key the client secret is the right to see and confirm one intent. */
export function checkSecret(
  intent: Stripe.PaymentIntent,
  secret: string | undefined,
): Stripe.PaymentIntent {
  if (secret === undefined) {
    throw invalidRequest("Missing required param: client_secret.", {
      code: "parameter_missing",
      param: "client_secret",
    });
  }
  if (secret === intent.client_secret) return intent;
  throw invalidRequest(
    "The client_secret provided does not match any associated PaymentIntent on this account. Ensure the publishable key used belongs to the same account that created the PaymentIntent.",
    { code: "payment_intent_invalid_parameter", param: "client_secret" },
  );
}

/** The same refusal, with nothing in its intent that is not for browsers. */
export function publicError(error: StripeError): StripeError {
  const { payment_intent } = error.body;
  if (payment_intent === undefined) return error;
  const body = { ...error.body, payment_intent: publicIntent(payment_intent) };
  return new StripeError(error.status, body, error.keepsEffects);
}
