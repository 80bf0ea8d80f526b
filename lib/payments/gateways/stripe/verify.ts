import { Stripe } from "stripe";
import { env } from "@/lib/env";
import type { WebhookSource } from "@/lib/payments/core/types";
import { stripe } from "./client";

export type VerifiedEvent = { id: string; type: string; problem: null };
export type RefusedEvent = { id: null; type: null; problem: string };

/**
 * Checks the signature over the exact bytes that came, and their age. The problem is a sentence for
 * whoever set the webhook up: a wrong secret and a changed body look alike to the sender.
 */
export function verifyStripeEvent(
  source: WebhookSource,
  body: string,
  signature: string | null,
): VerifiedEvent | RefusedEvent {
  const secret = secretFor(source);
  if (secret === null) return refused("This endpoint is not configured.");
  if (signature === null) return refused("The Stripe-Signature header is missing.");
  try {
    const { id, type } = stripe().webhooks.constructEvent(body, signature, secret);
    return { id, type, problem: null };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      return refused("The signature does not match the body and this endpoint's secret.");
    }
    if (error instanceof SyntaxError) return refused("The body is not JSON.");
    throw error;
  }
}

function refused(problem: string): RefusedEvent {
  return { id: null, type: null, problem };
}

function secretFor(source: WebhookSource): string | null {
  const { stripe: own, connect } = env();
  return source === "stripe" ? own.webhookSecret : (connect?.webhookSecret ?? null);
}
