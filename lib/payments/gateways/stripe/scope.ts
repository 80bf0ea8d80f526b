import type Stripe from "stripe";
import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { Ask } from "@/lib/payments/gateways/gateway";
import { readError } from "./errors";

/** Whose Stripe account is spoken to: our own, or a connected one. */
export type Scope = { client: Stripe; options: Stripe.RequestOptions };

/** Our transaction's id is the key: asking twice does it once. */
export function keyed({ options }: Scope, { transaction }: Ask): Stripe.RequestOptions {
  return { ...options, idempotencyKey: transaction.id };
}

/** Turns what the SDK throws into an answer. */
export async function answering(work: () => Promise<GatewayAnswer>): Promise<GatewayAnswer> {
  try {
    return await work();
  } catch (error) {
    const refusal = readError(error);
    if (refusal.kind === "unknown") return refusal;
    return { kind: "declined", failure: refusal.failure, snapshot: null };
  }
}
