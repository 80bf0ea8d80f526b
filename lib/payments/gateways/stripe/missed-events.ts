import type Stripe from "stripe";
import type { IncomingEvent, WebhookSource } from "@/lib/payments/core/types";
import { env } from "@/lib/env";
import { stripe } from "./client";

/** What this store acts on. The README lists the same for the endpoint at Stripe. */
export const eventTypes = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.amount_capturable_updated",
  "payment_intent.succeeded",
  "payment_intent.processing",
  "payment_intent.requires_action",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.captured",
  "charge.expired",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "radar.early_fraud_warning.created",
  "radar.early_fraud_warning.updated",
  "review.opened",
  "review.closed",
  "payment_method.attached",
  "payment_method.detached",
  "payment_method.automatically_updated",
  "payment_method.updated",
  "setup_intent.succeeded",
  "customer.deleted",
];

const MOST = 1000;

/** Stripe takes no more in one question. */
const TYPES_AT_ONCE = 20;

/**
 * Events since then that Stripe could not deliver: our endpoint was down, or its secret was wrong.
 *
 * @throws an error of the SDK when Stripe does not answer
 */
export async function missedEvents(source: WebhookSource, since: Date): Promise<IncomingEvent[]> {
  const { connect } = env();
  if (source === "stripe_connect" && connect === null) return [];
  const options = source === "stripe_connect" && connect ? { stripeAccount: connect.account } : {};
  const created = { gte: Math.floor(since.getTime() / 1000) };
  const events: Stripe.Event[] = [];
  for (let at = 0; at < eventTypes.length; at += TYPES_AT_ONCE) {
    const types = eventTypes.slice(at, at + TYPES_AT_ONCE);
    const params = { created, delivery_success: false, types, limit: 100 };
    const list = stripe().events.list(params, options);
    events.push(...(await list.autoPagingToArray({ limit: MOST })));
  }
  return events.map((event) => ({
    source,
    externalId: event.id,
    type: event.type,
    body: JSON.stringify(event),
  }));
}
