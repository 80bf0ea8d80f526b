import { Prisma } from "@/lib/db/client";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";
import { amounts, columns, fixed } from "../protocol/attribute";
import { linked, noneOf, nothing, one, oneOf, type Resource } from "../protocol/resource";
import {
  createPaymentMethod,
  deletePaymentMethod,
  updatePaymentMethod,
} from "../writes/payment-methods";

/** Those that take payments now. */
async function enabledGateways(): Promise<string[]> {
  return Object.values(await gatewayStates()).flatMap(({ id, enabled }) => (enabled ? [id] : []));
}

/** What an order may be paid with now. */
export const availableMethods = linked(
  "payment_methods",
  async () => Prisma.sql`SELECT o.id AS parent, m.id AS target
    FROM orders o JOIN api_payment_methods m ON m.currency IS NULL OR m.currency = o.currency
    WHERE m.disabled_at IS NULL AND m.gateway::text = ANY (${await enabledGateways()}::text[])`,
);

/** A way is the same in each market, unless it is for one currency. */
export const paymentMethods: Resource = {
  type: "payment_methods",
  idKind: "text",
  view: async () => Prisma.sql`
    SELECT m.id, m.name, m.gateway::text AS gateway_id, m.auto_capture,
      CASE m.gateway WHEN 'manual' THEN 'wire_transfers' ELSE 'stripe_payments' END AS payment_source_type,
      CASE m.gateway WHEN 'manual' THEN 'manual_gateways' ELSE 'stripe_gateways' END AS gateway_type,
      m.currency::text AS only_currency, coalesce(m.currency, 'USD')::text AS currency_code,
      lower(m.currency) AS market_id, 0::bigint AS price_amount_cents,
      NULL::bigint AS auto_capture_max_amount_cents,
      CASE WHEN m.gateway::text = ANY (${await enabledGateways()}::text[]) THEN m.disabled_at
        ELSE coalesce(m.disabled_at, m.updated_at) END AS disabled_at, m.created_at, m.updated_at
    FROM api_payment_methods m`,
  attributes: {
    ...columns("text", "name", "payment_source_type"),
    currency_code: {
      kind: "text",
      column: "only_currency",
      read: (row) => row["only_currency"] ?? null,
    },
    ...fixed({ moto: false, require_capture: true, auto_place: true }),
    ...columns("boolean", "auto_capture"),
    ...amounts("price_amount", "auto_capture_max_amount"),
    ...columns("time", "disabled_at", "created_at", "updated_at"),
  },
  relationships: {
    market: one("markets", "market_id"),
    payment_gateway: oneOf(["stripe_gateways", "manual_gateways"], "gateway_id", "gateway_type"),
    store: nothing("stores"),
    ...noneOf("attachments", "event_stores"),
  },
  may: {
    shopper: ["read"],
    backend: ["list", "read", "create", "update", "delete"],
  },
  create: createPaymentMethod,
  update: updatePaymentMethod,
  remove: deletePaymentMethod,
};
