import { z } from "zod";
import { env } from "@/lib/env";

/**
 * What a shopper's browser does at the gateway, without a browser: the calls that Stripe.js and the
 * gateway's own pages make, with the publishable key.
 */
export const cards = {
  good: "4242424242424242",
  needsAuthentication: "4000002500003155",
  declined: "4000000000000002",
  insufficientFunds: "4000000000009995",
  refundFails: "4000000000005126",
} as const;

const anyJson = z.record(z.string(), z.unknown());

/** Accounts whose bank answers a second later. */
export const ibans = { good: "DE89370400440532013000", refused: "DE62370400440532013001" } as const;

/** @returns the status and the JSON of the answer */
async function post(path: string, form: Record<string, string>) {
  const { stripe } = env();
  if (stripe.mode !== "sandbox") throw new Error("Shoppers of tests only go to the sandbox.");
  const response = await fetch(`${stripe.url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${stripe.publishableKey}` },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: anyJson.parse(await response.json()) };
}

export async function makeCard(number: string): Promise<string> {
  const { body } = await post("/v1/payment_methods", {
    type: "card",
    "card[number]": number,
    "card[exp_month]": "12",
    "card[exp_year]": "2034",
    "card[cvc]": "123",
    "billing_details[name]": "Sam Shopper",
    "billing_details[address][country]": "US",
    "billing_details[address][postal_code]": "10001",
  });
  return z.string().parse(body["id"]);
}

/** A bank account of SEPA Direct Debit: the bank says later whether it pays. */
async function makeAccount(iban: string): Promise<string> {
  const { body } = await post("/v1/payment_methods", {
    type: "sepa_debit",
    "sepa_debit[iban]": iban,
    "billing_details[name]": "Sam Shopper",
    "billing_details[email]": "shopper@example.com",
  });
  return z.string().parse(body["id"]);
}

type OpenCheckout = { sessionId: string; clientSecret: string | null };

/** Confirms an open checkout with a card, as the Payment Element does. */
export async function payByCard(checkout: OpenCheckout, number: string) {
  return confirm(checkout, await makeCard(number));
}

export async function payByDebit(checkout: OpenCheckout, iban: string) {
  return confirm(checkout, await makeAccount(iban));
}

async function confirm(
  checkout: OpenCheckout,
  method: string,
): Promise<{ status: number; nextAction: unknown; intent: string | null }> {
  const { status, body } = await post(`/v1/payment_pages/${checkout.sessionId}/confirm`, {
    ...(checkout.clientSecret !== null && { client_secret: checkout.clientSecret }),
    payment_method: method,
    return_url: "http://localhost:3000/return",
  });
  const intent = z
    .object({ id: z.string(), next_action: z.unknown() })
    .nullish()
    .catch(null)
    .parse(body["payment_intent"]);
  return { status, nextAction: intent?.next_action ?? null, intent: intent?.id ?? null };
}

/** Answers the bank's question about a payment. */
export async function answerChallenge(
  nextAction: unknown,
  outcome: "complete" | "fail",
): Promise<void> {
  const found = /challenge\/([\w-]+)/.exec(JSON.stringify(nextAction));
  if (!found) throw new Error("The bank has asked nothing.");
  const { stripe } = env();
  const origin = stripe.mode === "sandbox" ? stripe.url : "";
  await fetch(`${origin}/challenge/${found[1]}`, {
    method: "POST",
    body: new URLSearchParams({ outcome }),
    redirect: "manual",
  });
}
