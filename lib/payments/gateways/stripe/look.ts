import type Stripe from "stripe";
import { isOnPage } from "@/lib/payments/core/sums";
import type { GatewayLook } from "@/lib/payments/core/gateway-answers";
import type { PaymentState } from "@/lib/payments/core/types";
import type { Scope } from "./scope";
import { INTENT_EXPAND, snapshotOfIntent, snapshotOfSession } from "./snapshot";
import { readError } from "./errors";

/** Everything that Stripe knows about a payment, found by whichever id of it we have. */
export function look(scope: Scope, payment: PaymentState): Promise<GatewayLook> {
  return looking(() => {
    const mayHaveRefunds = payment.transactions.some(({ kind }) => kind === "refund");
    if (payment.sessionRef !== null) {
      return lookAtSession(scope, payment.sessionRef, mayHaveRefunds);
    }
    if (payment.gatewayRef !== null) {
      return lookAtIntent(scope, payment.gatewayRef, mayHaveRefunds);
    }
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

/** One call where it can be: the session with its intent, the intent with its charge and its fee. */
async function lookAtSession(
  { client, options }: Scope,
  id: string,
  mayHaveRefunds: boolean,
): Promise<GatewayLook> {
  const expand = ["payment_intent", ...INTENT_EXPAND.map((path) => `payment_intent.${path}`)];
  const session = await client.checkout.sessions.retrieve(id, { expand }, options);
  const { payment_intent: intent } = session;
  if (intent === null) return { kind: "seen", snapshot: snapshotOfSession(session) };
  if (typeof intent === "string") throw new Error("Stripe did not expand the session's intent.");
  return withLists({ client, options }, intent, session, mayHaveRefunds);
}

export async function lookAtIntent(
  { client, options }: Scope,
  id: string,
  mayHaveRefunds: boolean,
): Promise<GatewayLook> {
  const intent = await client.paymentIntents.retrieve(id, { expand: INTENT_EXPAND }, options);
  return withLists({ client, options }, intent, null, mayHaveRefunds);
}

/** Refunds and disputes are lists of their own, read only where there are any. */
async function withLists(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  session: Stripe.Checkout.Session | null,
  mayHaveRefunds: boolean,
): Promise<GatewayLook> {
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge;
  // A refund that failed is not in the charge's sum any more; then it is one that we know of.
  const hasRefunds = mayHaveRefunds || (charge?.amount_refunded ?? 0) > 0;
  const refunds = hasRefunds ? await allRefunds(scope, intent.id) : [];
  const disputes = charge?.disputed ? await allDisputes(scope, intent.id) : [];
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
  if (isOnPage(payment)) {
    for await (const session of client.checkout.sessions.list(params, options)) {
      if (isOurs(session)) return lookAtSession(scope, session.id, true);
    }
    return { kind: "nothing" };
  }
  for await (const intent of client.paymentIntents.list(params, options)) {
    if (isOurs(intent)) return lookAtIntent(scope, intent.id, true);
  }
  return { kind: "nothing" };
}
