import type Stripe from "stripe";
import { env } from "@/lib/env";
import type { WebhookSource } from "@/lib/payments/core/types";
import { requestPatience, stripe } from "./client";
import { readError } from "./errors";

/** Somebody at Stripe, or at the card's bank, has doubts about a payment that went through. */
export type Warning = {
  kind: "fraud_warning" | "review";
  ref: string;
  /** The gateway's word: made_with_stolen_card, rule, manual, … */
  reason: string;
  isOpen: boolean;
};

/**
 * The doubts that Stripe has about an intent now: what an event says is never believed. Null: it did not
 * answer, and has to be asked again.
 */
export async function findWarnings(
  source: WebhookSource,
  intentRef: string,
): Promise<Warning[] | null> {
  const { connect } = env();
  const account = source === "stripe_connect" && connect ? { stripeAccount: connect.account } : {};
  const options = { ...requestPatience(), ...account };
  const { paymentIntents, radar } = stripe();
  try {
    const [intent, warnings] = await Promise.all([
      paymentIntents.retrieve(intentRef, { expand: ["review"] }, options),
      radar.earlyFraudWarnings.list({ payment_intent: intentRef, limit: 100 }, options),
    ]);
    return [...warnings.data.map(warningOf), ...reviewOf(intent.review)];
  } catch (error) {
    // What is refused for good (the account has no such product) would be refused again tomorrow.
    return readError(error).kind === "unknown" ? null : [];
  }
}

function warningOf({ id, fraud_type: reason }: Stripe.Radar.EarlyFraudWarning): Warning {
  return { kind: "fraud_warning", ref: id, reason, isOpen: true };
}

function reviewOf(review: Stripe.PaymentIntent["review"]): Warning[] {
  if (review === null || typeof review === "string") return [];
  const { id: ref, reason, open: isOpen } = review;
  return [{ kind: "review", ref, reason, isOpen }];
}
