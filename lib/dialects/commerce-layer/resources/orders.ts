import { Prisma } from "@/lib/db/client";
import { OrderPayment } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { amounts, columns, fixed, type Attribute } from "../protocol/attribute";
import { createOrder, updateOrder } from "../writes/orders";
import { isOrderOf } from "@/lib/shoppers/own-orders";
import { many, noneOf, nothing, one, oneOf, type Resource } from "../protocol/resource";
import { freeAmounts } from "./free-amounts";
import { fulfilment, hasStatus, status } from "./order-states";
import { availableMethods } from "./payment-methods";
import { walletOfOrder } from "./wallet";
import { taggedWith } from "./tags";

/** What the program chose, else what the order's last payment went through. */
const paymentMethod = Prisma.sql`
  coalesce(o.client ->> 'paymentMethod', (SELECT
    CASE p.gateway WHEN 'manual' THEN 'wire-transfer' WHEN 'stripe' THEN 'stripe' ELSE 'stripe-connect' END
    FROM payments p WHERE p.order_id = o.id AND p.gateway <> 'gift_card'
      AND (p.closed_at IS NULL OR p.authorized_minor > 0)
    ORDER BY p.created_at DESC LIMIT 1))`;

const source = (column: Prisma.Sql, fallback: Prisma.Sql) => Prisma.sql`
  coalesce(
    (SELECT ${column} FROM payment_sources s WHERE s.order_id = o.id
      ORDER BY s.created_at DESC, s.id DESC LIMIT 1),
    (SELECT ${fallback} FROM payments p WHERE p.order_id = o.id
      AND p.gateway <> 'gift_card' AND (p.closed_at IS NULL OR p.authorized_minor > 0)
      ORDER BY p.created_at DESC, p.id DESC LIMIT 1))`;

/** What gift cards give to the order: what they hold or paid, else what they would give now. */
const givenByCards = Prisma.sql`coalesce(
  (SELECT nullif(sum(p.authorized_minor - p.voided_minor - p.refunded_minor), 0)::bigint FROM payments p
    WHERE p.order_id = o.id AND p.gateway = 'gift_card'),
  (SELECT least(o.total_minor, coalesce(sum(g.balance_minor), 0))::bigint FROM order_gift_cards u
    JOIN gift_cards g ON g.id = u.gift_card_id WHERE u.order_id = o.id AND o.placed_at IS NULL), 0)`;

const view = () => Prisma.sql`
  SELECT o.id, o.number, ${status} AS status, o.payment::text AS payment_status, o.payment,
    o.status AS own_status,
    ${fulfilment} AS fulfillment_status, o.email AS customer_email,
    (o.status = 'incomplete' AND o.payment IN ('unpaid', 'voided') AND o.channel = 'commerce_layer')
      AS editable,
    split_part(o.locale, '-', 1) AS language_code, o.currency::text AS currency_code,
    nullif(coalesce(o.shipping_address, o.billing_address) ->> 'country', '') AS country_code,
    coalesce(o.client ->> 'couponCode', (SELECT c.code FROM promotion_redemptions r
      JOIN promotions c ON c.id = r.promotion_id WHERE r.order_id = o.id LIMIT 1)) AS coupon_code,
    o.subtotal_minor AS subtotal_amount_cents, o.shipping_minor AS shipping_amount_cents,
    -o.discount_minor AS discount_amount_cents, o.tax_minor AS total_tax_amount_cents,
    o.total_minor AS total_amount_cents, -${givenByCards} AS gift_card_amount_cents,
    o.total_minor - ${givenByCards} AS total_amount_with_taxes_cents,
    (SELECT 'XXXX-XXXX-XXXX-' || g.last4 FROM order_gift_cards u JOIN gift_cards g ON g.id = u.gift_card_id
      WHERE u.order_id = o.id ORDER BY u.position LIMIT 1) AS gift_card_code,
    o.total_minor AS place_total_amount_cents, o.total_minor - o.tax_minor AS total_taxable_amount_cents,
    o.subtotal_minor AS subtotal_taxable_amount_cents,
    o.shipping_minor AS shipping_taxable_amount_cents, 0::bigint AS nothing_cents,
    (SELECT coalesce(sum(l.quantity), 0) FROM order_lines l WHERE l.order_id = o.id) AS skus_count,
    (SELECT count(*) FROM (SELECT 1 FROM order_lines l WHERE l.order_id = o.id LIMIT 1) x)
      AS shipments_count,
    (SELECT p.instrument FROM payments p WHERE p.order_id = o.id AND p.instrument IS NOT NULL
      ORDER BY p.created_at DESC LIMIT 1) AS payment_source_details,
    o.client ->> 'shippingCountryLock' AS shipping_country_code_lock,
    (o.client ->> 'expiresAt')::timestamptz AS expires_at, o.client -> 'expirationInfo' AS expiration_info,
    o.access_token AS token, o.client ->> 'cartUrl' AS cart_url, o.client ->> 'returnUrl' AS return_url,
    o.client ->> 'termsUrl' AS terms_url, o.client ->> 'privacyUrl' AS privacy_url,
    ${env().storeUrl} || '/orders/' || o.access_token AS checkout_url,
    o.placed_at, o.approved_at, o.cancelled_at, o.archived_at, o.updated_at AS refreshed_at,
    o.tax_included, CASE WHEN jsonb_array_length(o.tax_lines) = 1
      THEN (o.tax_lines -> 0 ->> 'basisPoints')::numeric / 10000 END AS tax_rate,
    (o.placed_at IS NULL AND o.status = 'incomplete' AND o.payment IN ('authorized', 'paid', 'free'))
      AS placeable,
    (SELECT max(m.settled_at) FROM transactions m WHERE m.order_id = o.id) AS payment_updated_at,
    CASE WHEN o.fulfilment <> 'unfulfilled' THEN o.updated_at END AS fulfillment_updated_at,
    o.created_at, o.updated_at, o.shopper_id IS NULL AS guest,
    lower(o.currency) AS market_id,
    (SELECT c.id FROM customers c WHERE c.email = o.email) AS customer_id,
    CASE WHEN o.shipping_address IS NOT NULL
      THEN coalesce(o.client ->> 'shippingAddressId', o.id::text || '-shipping') END
      AS shipping_address_id,
    CASE WHEN o.billing_address ->> 'line1' <> ''
      THEN coalesce(o.client ->> 'billingAddressId', o.id::text || '-billing') END
      AS billing_address_id,
    ${paymentMethod} AS payment_method_id,
    ${source(Prisma.sql`s.id`, Prisma.sql`p.id`)} AS payment_source_id,
    ${source(
      Prisma.sql`s.kind`,
      Prisma.sql`CASE p.gateway WHEN 'manual' THEN 'wire_transfers' ELSE 'stripe_payments' END`,
    )} AS payment_source_type
  FROM orders o`;

/** Compared as what they are in the database, whose indexes find them. */
const asText = (column: string): Attribute => ({
  kind: "integer",
  column,
  read: (row) => (row[column] === null ? null : String(row[column])),
});

const paymentStatus: Attribute = {
  kind: "text",
  column: "payment_status",
  read: (row) => row["payment_status"],
  isOneOf: (alias, given) => {
    const known = Object.values(OrderPayment).filter((each) => given.includes(each));
    return Prisma.sql`${Prisma.raw(alias)}.payment = ANY (${known}::text[]::order_payment[])`;
  },
};

const email: Attribute = {
  kind: "text",
  column: "customer_email",
  read: ({ customer_email: given }) => (given === "" ? null : given),
};

export const orders: Resource = {
  type: "orders",
  idKind: "uuid",
  view,
  scope: (currencies) => Prisma.sql`t.currency_code IN (${Prisma.join([...currencies])})`,
  attributes: {
    number: asText("number"),
    status: { kind: "text", column: "status", read: (row) => row["status"], isOneOf: hasStatus },
    ...columns("text", "fulfillment_status"),
    payment_status: paymentStatus,
    ...columns("boolean", "editable"),
    ...columns("boolean", "guest"),
    ...fixed({ autorefresh: true, place_async: false, affiliate_code: null }),
    customer_email: email,
    ...columns("text", "language_code", "currency_code", "country_code"),
    ...columns("text", "coupon_code", "gift_card_code"),
    gift_card_or_coupon_code: {
      kind: "text",
      column: null,
      read: (row) => row["gift_card_code"] ?? row["coupon_code"] ?? null,
    },
    ...amounts("gift_card_amount"),
    ...columns("boolean", "tax_included", "placeable"),
    ...columns("float", "tax_rate"),
    ...fixed({ freight_taxable: null, requires_billing_info: false }),
    ...fixed({ payment_method_taxable: null, adjustment_taxable: null, gift_card_taxable: null }),
    ...columns("text", "shipping_country_code_lock"),
    ...amounts("subtotal_amount", "shipping_amount", "discount_amount", "total_tax_amount"),
    ...amounts("total_amount", "total_taxable_amount", "total_amount_with_taxes"),
    ...amounts("subtotal_taxable_amount", "shipping_taxable_amount", "place_total_amount"),
    ...freeAmounts,
    ...columns("integer", "skus_count", "shipments_count"),
    ...fixed({ line_item_options_count: 0, tax_calculations_count: 0, validations_count: 0 }),
    ...fixed({ errors_count: 0 }),
    ...columns("json", "payment_source_details"),
    ...columns("text", "token", "cart_url", "return_url", "terms_url", "privacy_url"),
    ...columns("text", "checkout_url"),
    ...columns("time", "placed_at", "approved_at", "cancelled_at", "payment_updated_at"),
    ...columns("time", "fulfillment_updated_at", "refreshed_at", "created_at", "updated_at"),
    ...columns("time", "archived_at", "expires_at"),
    ...columns("json", "expiration_info"),
    ...fixed({ subscription_created_at: null }),
    ...fixed({ circuit_state: "closed", circuit_failure_count: 0, customer_type: null }),
  },
  relationships: {
    market: one("markets", "market_id"),
    customer: one("customers", "customer_id"),
    shipping_address: one("addresses", "shipping_address_id"),
    billing_address: one("addresses", "billing_address_id"),
    available_payment_methods: availableMethods,
    available_customer_payment_sources: walletOfOrder,
    payment_method: one("payment_methods", "payment_method_id"),
    payment_source: oneOf(
      ["stripe_payments", "wire_transfers"],
      "payment_source_id",
      "payment_source_type",
    ),
    line_items: many("line_items", "order_id"),
    shipments: many("shipments", "order_id"),
    // A parcel has the id of its order.
    stock_line_items: many("stock_line_items", "shipment_id"),
    transactions: many(["authorizations", "captures", "voids", "refunds"], "order_id"),
    authorizations: many("authorizations", "order_id"),
    captures: many("captures", "order_id"),
    voids: many("voids", "order_id"),
    refunds: many("refunds", "order_id"),
    tags: taggedWith("orders"),
    store: nothing("stores"),
    default_shipping_method: nothing("shipping_methods"),
    default_payment_method: nothing("payment_methods"),
    available_free_skus: nothing("skus", true),
    available_free_bundles: nothing("bundles", true),
    ...noneOf("line_item_options", "stock_reservations", "stock_transfers", "returns"),
    ...noneOf("order_subscriptions", "notifications", "attachments", "events", "event_stores"),
  },
  may: {
    shopper: ["create", "read", "update"],
    backend: ["list", "read", "create", "update"],
    customer: ["list"],
  },
  own: ({ shopperId, email: address, isConfirmed }) =>
    Prisma.sql`t.id IN (SELECT id FROM orders
      WHERE ${isOrderOf(shopperId, isConfirmed ? address : null)})`,
  create: createOrder,
  update: updateOrder,
};
