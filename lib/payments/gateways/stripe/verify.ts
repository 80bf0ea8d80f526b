import { Stripe } from "stripe";
import { z } from "zod";
import { env } from "@/lib/env";
import type { WebhookSource } from "@/lib/payments/core/types";
import { stripe } from "./client";

/** Older signatures may be somebody else's recording. */
const MAX_AGE_S = 300;

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
  const { signature: signatures } = stripe().webhooks;
  if (signatures === null) throw new Error("Stripe's SDK cannot check signatures here.");
  try {
    signatures.verifyHeader(body, signature, secret, MAX_AGE_S);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    return refused("The signature does not match the body and this endpoint's secret.");
  }
  const event = eventOf(body);
  return event === null ? refused("The body is not an event.") : { ...event, problem: null };
}

const eventSchema = z.object({ id: z.string().min(1), type: z.string().min(1) });

/** Of any kind and version: whether it is of use is decided when it is worked on. */
function eventOf(body: string): z.infer<typeof eventSchema> | null {
  try {
    return eventSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

function refused(problem: string): RefusedEvent {
  return { id: null, type: null, problem };
}

function secretFor(source: WebhookSource): string | null {
  const { stripe: own, connect } = env();
  return source === "stripe" ? own.webhookSecret : (connect?.webhookSecret ?? null);
}
