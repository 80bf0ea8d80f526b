import { Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Caller } from "../auth";
import { removeSource } from "../writes/payment-method";
import {
  createStripePayment,
  createWireTransfer,
  updateStripePayment,
} from "../writes/payment-sources";
import { amounts, columns, fixed } from "../protocol/attribute";
import { noneOf, one, oneOf, type Resource } from "../protocol/resource";

/**
 * A payment that came through another door has no source of its own: it is shown as one, under the
 * payment's id.
 */
const sources = (kind: string, gateways: Prisma.Sql) => Prisma.sql`
  SELECT s.id, s.order_id, s.gateway, s.options, s.return_url, s.payment_id, s.created_at, s.updated_at
    FROM payment_sources s WHERE s.kind = ${kind}
  UNION ALL
  SELECT p.id, p.order_id, p.gateway, '{}'::jsonb, NULL, p.id, p.created_at, p.updated_at
    FROM payments p WHERE ${gateways}
    AND NOT EXISTS (SELECT 1 FROM payment_sources s WHERE s.payment_id = p.id)`;

/** As the gateway writes it; null until something was paid with. */
const paidWith = Prisma.sql`
  CASE WHEN p.instrument ->> 'last4' IS NOT NULL THEN jsonb_build_object(
    'id', p.instrument -> 'methodRef', 'object', 'payment_method', 'type', 'card',
    'card', jsonb_build_object('brand', p.instrument -> 'brand', 'last4', p.instrument -> 'last4',
      'exp_month', p.instrument -> 'expMonth', 'exp_year', p.instrument -> 'expYear')) END`;

const stripeView = () => Prisma.sql`
  SELECT s.id, s.order_id, s.options, s.return_url, p.gateway_ref AS stripe_id,
    p.next_action ->> 'clientSecret' AS client_secret,
    CASE s.gateway WHEN 'stripe_connect' THEN ${env().connect?.account ?? null}::text END
      AS connected_account,
    ${env().stripe.publishableKey} AS publishable_key, o.email AS receipt_email,
    p.instrument AS payment_instrument, ${paidWith} AS payment_method, o.currency::text AS currency_code,
    p.amount_minor AS intent_amount_cents,
    p.id IS NULL OR p.amount_minor <> o.total_minor - coalesce((
        SELECT sum(c.authorized_minor - c.voided_minor - c.refunded_minor) FROM payments c
        WHERE c.order_id = o.id AND c.gateway = 'gift_card'), 0)
      OR (p.closed_at IS NOT NULL AND p.authorized_minor = 0) AS mismatched_amounts,
    s.gateway::text AS gateway_id, 'stripe_gateways' AS gateway_type, s.created_at, s.updated_at
  FROM (${sources("stripe_payments", Prisma.sql`p.gateway IN ('stripe', 'stripe_connect')`)}) s
  JOIN orders o ON o.id = s.order_id LEFT JOIN payments p ON p.id = s.payment_id`;

const remove = ({ id, caller }: { id: string; caller: Caller }) => removeSource(id, caller.actor);

const may = {
  shopper: ["create", "read", "update", "delete"],
  backend: ["list", "read", "create", "update", "delete"],
} as const;

export const stripePayments: Resource = {
  type: "stripe_payments",
  idKind: "uuid",
  view: stripeView,
  attributes: {
    ...columns("text", "stripe_id", "client_secret", "connected_account", "publishable_key"),
    ...fixed({ charge_id: null, on_behalf_of: null, transfer_group: null }),
    ...columns("json", "options", "payment_method", "payment_instrument"),
    ...columns("boolean", "mismatched_amounts"),
    ...amounts("intent_amount"),
    ...columns("text", "return_url", "receipt_email"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    order: one("orders", "order_id"),
    payment_gateway: oneOf(["stripe_gateways"], "gateway_id", "gateway_type"),
    ...noneOf("versions", "event_stores"),
  },
  may,
  create: createStripePayment,
  update: updateStripePayment,
  remove,
};

export const wireTransfers: Resource = {
  type: "wire_transfers",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT s.id, s.order_id, jsonb_build_object('issuer_type', 'wire_transfer') AS payment_instrument,
      s.created_at, s.updated_at
    FROM (${sources("wire_transfers", Prisma.sql`p.gateway = 'manual'`)}) s`,
  attributes: {
    ...columns("json", "payment_instrument"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: { order: one("orders", "order_id"), ...noneOf("versions", "event_stores") },
  may,
  create: createWireTransfer,
  remove,
};
