import type Stripe from "stripe";
import type { GatewayLook, PaymentState } from "@/lib/payments/core/types";
import type { Scope } from "./scope";
import { INTENT_EXPAND, snapshotOfIntent, snapshotOfSession } from "./snapshot";
import { readError } from "./errors";

/** Everything that Stripe knows about a payment, found by whichever id of it we have. */
export function look(scope: Scope, payment: PaymentState): Promise<GatewayLook> {
  return looking(() => {
    if (payment.sessionRef !== null) return lookAtSession(scope, payment.sessionRef);
    if (payment.gatewayRef !== null) return lookAtIntent(scope, payment.gatewayRef, null);
    return findByMetadata(scope, payment);
  });
}

/** A look that is refused has seen nothing, and proves nothing: it is no answer either. */
export async function looking(work: () => Promise<GatewayLook>): Promise<GatewayLook> {
  try {
    return await work();
  } catch (error) {
    const refusal = readError(error);
    if (refusal.kind === "unknown") return refusal;
    return { kind: "unknown", cause: `${refusal.failure.code}: ${refusal.failure.message}` };
  }
}

async function lookAtSession({ client, options }: Scope, id: string): Promise<GatewayLook> {
  const session = await client.checkout.sessions.retrieve(id, {}, options);
  const intentId = idOf(session.payment_intent);
  if (intentId === null) return { kind: "seen", snapshot: snapshotOfSession(session) };
  return lookAtIntent({ client, options }, intentId, session);
}

export async function lookAtIntent(
  { client, options }: Scope,
  id: string,
  session: Stripe.Checkout.Session | null,
): Promise<GatewayLook> {
  const intent = await client.paymentIntents.retrieve(id, { expand: INTENT_EXPAND }, options);
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge;
  const taken = intent.amount_received > 0;
  const refunds = taken ? await allRefunds({ client, options }, id) : [];
  const disputes = charge?.disputed ? await allDisputes({ client, options }, id) : [];
  return { kind: "seen", snapshot: snapshotOfIntent({ intent, session, refunds, disputes }) };
}

const PAGE = 100;

async function allRefunds({ client, options }: Scope, intent: string): Promise<Stripe.Refund[]> {
  const list = client.refunds.list({ payment_intent: intent, limit: PAGE }, options);
  return list.autoPagingToArray({ limit: 10 * PAGE });
}

async function allDisputes({ client, options }: Scope, intent: string): Promise<Stripe.Dispute[]> {
  const { data } = await client.disputes.list({ payment_intent: intent, limit: PAGE }, options);
  return data;
}

/**
 * The answer that named it was lost, and perhaps the idempotency key is forgotten by now: what was
 * made around that time is searched for our id.
 */
async function findByMetadata(scope: Scope, payment: PaymentState): Promise<GatewayLook> {
  const { client, options } = scope;
  const made = Math.floor(payment.createdAt.getTime() / 1000);
  const params = { limit: PAGE, created: { gte: made - 300, lte: made + 86_400 } };
  const isOurs = ({ metadata }: { metadata: Stripe.Metadata | null }) =>
    metadata?.["payment_id"] === payment.id;
  if (payment.collectedBy !== "api") {
    for await (const session of client.checkout.sessions.list(params, options)) {
      if (isOurs(session)) return lookAtSession(scope, session.id);
    }
    return { kind: "nothing" };
  }
  for await (const intent of client.paymentIntents.list(params, options)) {
    if (isOurs(intent)) return lookAtIntent(scope, intent.id, null);
  }
  return { kind: "nothing" };
}

export function idOf(value: string | { id: string } | null): string | null {
  return typeof value === "string" ? value : (value?.id ?? null);
}
