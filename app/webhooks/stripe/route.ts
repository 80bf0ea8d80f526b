import { after } from "next/server";
import { kick } from "@/lib/jobs/kick";
import { receiveStripeEvent } from "@/lib/payments/webhooks/receive";

export async function POST(request: Request): Promise<Response> {
  const answer = await receiveStripeEvent("stripe", request);
  if (answer.ok) after(() => kick("webhooks"));
  return answer;
}
