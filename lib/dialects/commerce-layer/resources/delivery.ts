import { Prisma } from "@/lib/db/client";
import { amounts, columns, fixed } from "../protocol/attribute";
import { updateShipment } from "../writes/shipments";
import { linked, many, noneOf, nothing, one, type Resource } from "../protocol/resource";

/** An order is sent in one parcel, which is there once it is known where to. */
export const shipments: Resource = {
  type: "shipments",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT o.id, o.id AS order_id, coalesce(o.number::text, o.id::text) || '/S/001' AS number,
      CASE WHEN o.status = 'cancelled' THEN 'cancelled' WHEN o.fulfilment = 'fulfilled' THEN 'shipped'
        WHEN o.placed_at IS NULL THEN 'draft' ELSE 'upcoming' END AS status,
      o.currency::text AS currency_code, o.shipping_minor AS cost_amount_cents,
      (SELECT coalesce(sum(l.quantity), 0) FROM order_lines l WHERE l.order_id = o.id) AS skus_count,
      o.shipping_rate_code || '-' || lower(o.currency) AS shipping_method_id,
      coalesce(o.client ->> 'shippingAddressId', o.id::text || '-shipping') AS shipping_address_id,
      'main' AS stock_location_id, o.created_at, o.updated_at,
      CASE WHEN o.fulfilment = 'fulfilled' THEN o.updated_at END AS shipped_at
    FROM orders o WHERE o.shipping_address IS NOT NULL
      AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id)`,
  attributes: {
    ...columns("text", "number", "status", "currency_code"),
    ...amounts("cost_amount"),
    ...columns("integer", "skus_count"),
    ...fixed({ selected_rate_id: null, rates: null, on_hold_at: null, picking_at: null }),
    ...fixed({ packing_at: null, ready_to_ship_at: null, delivered_at: null }),
    ...columns("time", "shipped_at", "created_at", "updated_at"),
  },
  relationships: {
    order: one("orders", "order_id"),
    shipping_address: one("addresses", "shipping_address_id"),
    shipping_method: one("shipping_methods", "shipping_method_id"),
    stock_location: one("stock_locations", "stock_location_id"),
    line_items: many("line_items", "order_id", "order_id"),
    stock_line_items: many("stock_line_items", "shipment_id"),
    ...noneOf("stock_transfers", "parcels", "attachments", "events", "event_stores"),
    shipping_category: nothing("shipping_categories"),
    delivery_lead_time: nothing("delivery_lead_times"),
    available_shipping_methods: linked(
      "shipping_methods",
      Prisma.sql`SELECT o.id AS parent, r.code || '-' || lower(x.currency) AS target
        FROM orders o JOIN shipping_rate_prices x ON x.currency = o.currency
        JOIN shipping_rates r ON r.id = x.rate_id AND r.active AND (
          r.countries IS NULL OR cardinality(r.countries) = 0
          OR o.shipping_address ->> 'country' = ANY (r.countries))`,
    ),
  },
  may: { shopper: ["read", "update"], backend: ["list", "read", "update"] },
  update: updateShipment,
};

/** What of an order's goods is in its parcel: all of them. */
export const stockLineItems: Resource = {
  type: "stock_line_items",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT l.id, l.order_id AS shipment_id, l.id AS line_item_id, l.variant_id AS sku_id, l.sku AS sku_code,
      l.quantity, o.created_at, o.updated_at
    FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.variant_id IS NOT NULL`,
  attributes: {
    ...columns("text", "sku_code"),
    ...columns("integer", "quantity"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    shipment: one("shipments", "shipment_id"),
    line_item: one("line_items", "line_item_id"),
    sku: one("skus", "sku_id"),
  },
  may: { shopper: ["read"], backend: ["list", "read"] },
};

/** A rate in one currency: in each market it is a method of its own. */
export const shippingMethods: Resource = {
  type: "shipping_methods",
  idKind: "text",
  view: () => Prisma.sql`
    SELECT r.code || '-' || lower(x.currency) AS id, r.name, x.currency::text AS currency_code,
      lower(x.currency) AS market_id, x.amount_minor AS price_amount_cents,
      x.free_from_minor AS free_over_amount_cents,
      x.amount_minor AS price_amount_for_shipment_cents,
      CASE WHEN NOT r.active THEN timestamptz '2026-01-01' END AS disabled_at,
      timestamptz '2026-01-01' AS created_at, timestamptz '2026-01-01' AS updated_at
    FROM shipping_rates r JOIN shipping_rate_prices x ON x.rate_id = r.id`,
  scope: (currencies) => Prisma.sql`t.currency_code IN (${Prisma.join([...currencies])})`,
  attributes: {
    ...columns("text", "name", "currency_code"),
    ...fixed({ scheme: "flat", use_subtotal: true }),
    ...amounts("price_amount", "free_over_amount", "price_amount_for_shipment"),
    ...columns("time", "disabled_at", "created_at", "updated_at"),
  },
  relationships: { market: one("markets", "market_id") },
  may: { shopper: ["read"], backend: ["list", "read"] },
};
