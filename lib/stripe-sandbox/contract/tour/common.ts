import type Stripe from "stripe";
import type { TestSandbox } from "../../testing";
import type { recordingStripe } from "../recorder";

export type Recording = ReturnType<typeof recordingStripe>;

export const page = { limit: 3 };
export const card = {
  type: "card",
  "card[number]": "4242424242424242",
  "card[exp_month]": "12",
  "card[exp_year]": "2034",
  "card[cvc]": "123",
};

export const pay = (stripe: Stripe, payment_method: string, extra: object = {}) =>
  stripe.paymentIntents.create({
    amount: 5000,
    currency: "usd",
    payment_method,
    confirm: true,
    return_url: "http://localhost/return",
    ...extra,
  });

export async function advance(sandbox: TestSandbox, seconds: number): Promise<void> {
  await sandbox.raw("/_sandbox/clock", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: seconds }),
  });
}

export function idIn(body: unknown): string {
  if (typeof body === "object" && body !== null && "id" in body) return String(body.id);
  throw new Error(`No id in ${JSON.stringify(body)}`);
}
