import { Prisma } from "@/lib/db/client";
import { amounts, columns, fixed } from "../protocol/attribute";
import { forwardOnly, updateAuthorization, updateCapture } from "../writes/transactions";
import { many, noneOf, nothing, one, oneOf, type Resource } from "../protocol/resource";

/** A purchase is held and taken in one movement, so it is an authorization and a capture to these clients. */
const kinds = {
  authorizations: Prisma.sql`('authorize', 'purchase')`,
  captures: Prisma.sql`('capture', 'purchase')`,
  voids: Prisma.sql`('void')`,
  refunds: Prisma.sql`('refund')`,
} as const;

/** What the shopper has yet to do something for is no authorization. */
const seen = {
  authorizations: Prisma.sql`x.status IN ('succeeded', 'failed', 'unknown')`,
  captures: Prisma.sql`(x.kind = 'capture' OR x.status IN ('succeeded', 'unknown'))`,
  voids: Prisma.sql`TRUE`,
  refunds: Prisma.sql`TRUE`,
} as const;

type Type = keyof typeof kinds;

/** The movement that a payment began with: what its captures and its void are of. */
const primary = Prisma.sql`(SELECT a.id FROM transactions a
  WHERE a.payment_id = x.payment_id AND a.kind IN ('authorize', 'purchase') ORDER BY a.id LIMIT 1)`;

const firstCapture = Prisma.sql`(SELECT a.id FROM transactions a
  WHERE a.payment_id = x.payment_id AND a.kind IN ('capture', 'purchase') AND a.status = 'succeeded'
  ORDER BY a.created_at, a.id LIMIT 1)`;

const isRefund = Prisma.sql`r.payment_id = x.payment_id AND r.kind = 'refund'
  AND r.status IN ('succeeded', 'pending', 'unknown', 'requires_action')`;

const namedFor = (capture: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(sum(r.amount_minor), 0) FROM transactions r
    WHERE ${isRefund} AND r.about_id = ${capture})`;

/**
 * Our refunds are of a payment. Where one names the capture that it is of, it counts there; the others
 * count from the oldest capture on, each taking what it has left.
 */
const refunded = Prisma.sql`(
  ${namedFor(Prisma.sql`x.id`)} + greatest(0, least(
    x.amount_minor - ${namedFor(Prisma.sql`x.id`)},
    (SELECT coalesce(sum(r.amount_minor), 0) FROM transactions r WHERE ${isRefund} AND r.about_id IS NULL)
      - (SELECT coalesce(sum(e.amount_minor - ${namedFor(Prisma.sql`e.id`)}), 0) FROM transactions e
        WHERE e.payment_id = x.payment_id AND e.kind IN ('capture', 'purchase')
        AND e.status = 'succeeded' AND (e.created_at, e.id) < (x.created_at, x.id)))))`;

const balances: Record<Type, Prisma.Sql> = {
  authorizations: Prisma.sql`
    p.captured_minor AS capture_amount_cents,
    greatest(0, p.authorized_minor - p.captured_minor - p.voided_minor) AS capture_balance_cents,
    greatest(0, p.authorized_minor - p.captured_minor - p.voided_minor) AS void_balance_cents,`,
  captures: Prisma.sql`
    ${refunded} AS refund_amount_cents,
    CASE WHEN x.status = 'succeeded' THEN x.amount_minor - ${refunded} ELSE 0 END
      AS refund_balance_cents,
    ${primary} AS reference_authorization_id,`,
  voids: Prisma.sql`${primary} AS reference_authorization_id,`,
  refunds: Prisma.sql`coalesce(x.about_id, ${firstCapture}) AS reference_capture_id,`,
};

const methodType = Prisma.sql`CASE p.gateway WHEN 'manual' THEN 'wire_transfers'
  WHEN 'gift_card' THEN 'gift_cards' ELSE 'stripe_payments' END`;

/** What a gift card pays has no source that a program made. */
const sourceType = Prisma.sql`CASE p.gateway WHEN 'manual' THEN 'wire_transfers'
  WHEN 'gift_card' THEN NULL ELSE 'stripe_payments' END`;

const message = Prisma.sql`CASE x.status WHEN 'succeeded' THEN 'Transaction approved'
  WHEN 'failed' THEN x.failure_message ELSE 'Waiting for the gateway' END`;

/** Each movement has its payment. Left joins cost nothing where a request looks at none of their columns. */
const view = (type: Type) => () => Prisma.sql`
  SELECT x.id, x.id::text AS number, x.order_id, x.payment_id, ${balances[type]}
    ${methodType} AS payment_method_type,
    x.currency::text AS currency_code, lower(x.currency) AS market_id, x.amount_minor AS amount_cents,
    x.status = 'succeeded' AS succeeded,
    ${message} AS message,
    x.failure_code AS error_code, x.failure_message AS error_detail, x.gateway_ref AS token,
    coalesce(x.gateway_ref, p.gateway_ref) AS gateway_transaction_id,
    coalesce(s.id, p.id) AS payment_source_id,
    ${sourceType} AS payment_source_type,
    x.created_at, x.updated_at
  FROM transactions x LEFT JOIN payments p ON p.id = x.payment_id
  LEFT JOIN payment_sources s ON s.payment_id = p.id
  WHERE x.kind IN ${kinds[type]} AND ${seen[type]}`;

const common = {
  ...columns("text", "number", "payment_method_type", "currency_code"),
  ...amounts("amount"),
  ...columns("boolean", "succeeded"),
  ...columns("text", "message", "error_code", "error_detail", "token", "gateway_transaction_id"),
  ...columns("time", "created_at", "updated_at"),
};

const relationships = {
  order: one("orders", "order_id"),
  payment_source: oneOf(
    ["stripe_payments", "wire_transfers"],
    "payment_source_id",
    "payment_source_type",
  ),
  ...noneOf("attachments", "events", "event_stores"),
};

const changeable = { shopper: [], backend: ["list", "read", "update"] } as const;

const base = { idKind: "uuid", may: { shopper: [], backend: ["list", "read"] } } as const;

export const authorizations: Resource = {
  ...base,
  type: "authorizations",
  view: view("authorizations"),
  attributes: {
    ...common,
    ...amounts("capture_amount", "capture_balance", "void_balance"),
    ...fixed({ cvv_code: null, cvv_message: null, avs_code: null, avs_message: null }),
    ...fixed({ fraud_review: null }),
  },
  relationships: {
    ...relationships,
    captures: many("captures", "payment_id", "payment_id"),
    voids: many("voids", "payment_id", "payment_id"),
  },
  may: changeable,
  update: updateAuthorization,
};

export const captures: Resource = {
  ...base,
  type: "captures",
  view: view("captures"),
  attributes: { ...common, ...amounts("refund_amount", "refund_balance") },
  relationships: {
    ...relationships,
    reference_authorization: one("authorizations", "reference_authorization_id"),
    refunds: many("refunds", "reference_capture_id"),
    return: nothing("returns"),
  },
  may: changeable,
  update: updateCapture,
};

export const voids: Resource = {
  ...base,
  type: "voids",
  view: view("voids"),
  attributes: common,
  relationships: {
    ...relationships,
    reference_authorization: one("authorizations", "reference_authorization_id"),
  },
  may: changeable,
  update: forwardOnly,
};

export const refunds: Resource = {
  ...base,
  type: "refunds",
  view: view("refunds"),
  attributes: common,
  relationships: {
    ...relationships,
    reference_capture: one("captures", "reference_capture_id"),
    return: nothing("returns"),
  },
  may: changeable,
  update: forwardOnly,
};

/** All movements of money as one list; a purchase is one of them. */
export const transactions: Resource = {
  ...base,
  type: "transactions",
  view: () => Prisma.sql`
    SELECT x.id, x.id::text AS number, x.order_id, ${methodType} AS payment_method_type,
      x.kind::text AS kind, x.currency::text AS currency_code, x.amount_minor AS amount_cents,
      x.status = 'succeeded' AS succeeded, ${message} AS message,
      x.failure_code AS error_code, x.failure_message AS error_detail, x.gateway_ref AS token,
      coalesce(x.gateway_ref, p.gateway_ref) AS gateway_transaction_id,
      coalesce(s.id, p.id) AS payment_source_id, ${sourceType} AS payment_source_type,
      x.created_at, x.updated_at
    FROM transactions x LEFT JOIN payments p ON p.id = x.payment_id
    LEFT JOIN payment_sources s ON s.payment_id = p.id
    WHERE x.kind NOT IN ('authorize', 'purchase') OR x.status IN ('succeeded', 'failed', 'unknown')`,
  attributes: { ...columns("text", "kind"), ...common },
  relationships,
};
