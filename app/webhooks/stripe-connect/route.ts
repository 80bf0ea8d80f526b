import { kick } from "@/lib/jobs/kick";
import { receiveStripeEvent } from "@/lib/payments/webhooks/receive";

export async function POST(request: Request): Promise<Response> {
  const answer = await receiveStripeEvent("stripe_connect", request);
  // The answer goes first.
  if (answer.ok) setImmediate(() => void kick("webhooks"));
  return answer;
}
