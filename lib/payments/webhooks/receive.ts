import { verifyStripeEvent } from "@/lib/payments/gateways/stripe/verify";
import type { WebhookSource } from "@/lib/payments/core/types";
import { boundedText } from "@/lib/http/bounded-text";
import { storeEvent } from "./store";

/** Many times the largest event that a gateway sends. */
const MAX_BYTES = 1024 * 1024;

/**
 * Verified, stored and answered; the caller kicks the work on it afterwards. The signature covers the
 * exact bytes, so the body is read as text. What is not signed is refused and leaves no trace; what is
 * signed and of no use to us is kept and acknowledged, or the gateway would send it for days.
 */
export async function receiveStripeEvent(
  source: WebhookSource,
  request: Request,
): Promise<Response> {
  const body = await boundedText(request, MAX_BYTES);
  if (body === null) return new Response("The body is too large.", { status: 413 });
  const event = verifyStripeEvent(source, body, request.headers.get("stripe-signature"));
  if (event.problem !== null) return new Response(event.problem, { status: 400 });

  await storeEvent({ source, externalId: event.id, type: event.type, body });
  return new Response(null, { status: 204 });
}
