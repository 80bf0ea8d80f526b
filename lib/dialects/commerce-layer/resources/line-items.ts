import { Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import { amounts, columns, fixed } from "../protocol/attribute";
import { many, noneOf, nothing, one, oneOf, type Resource } from "../protocol/resource";
import { createLineItem, removeLineItem, updateLineItem } from "../writes/line-items";

/** What is in an order: goods of the catalogue, and what an integration put in at a price of its own. */
export const lineItems: Resource = {
  type: "line_items",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT l.id, l.order_id, l.variant_id AS sku_id, nullif(l.sku, '') AS sku_code, l.quantity,
      CASE WHEN l.variant_title = '' THEN l.title ELSE l.title || ' (' || l.variant_title || ')' END
        AS name,
      CASE WHEN l.image_url LIKE '/%' THEN ${env().storeUrl} || l.image_url ELSE l.image_url END
        AS image_url,
      CASE WHEN l.variant_id IS NULL THEN 'adjustments' ELSE 'skus' END AS item_type,
      CASE WHEN l.variant_id IS NOT NULL THEN 'skus' END AS item_kind,
      o.currency::text AS currency_code, l.unit_price_minor AS unit_amount_cents,
      NULL::bigint AS compare_at_amount_cents, 0::bigint AS options_amount_cents,
      -l.discount_minor AS discount_cents, l.total_minor AS total_amount_cents,
      l.tax_minor AS tax_amount_cents, l.position, o.created_at, o.updated_at
    FROM order_lines l JOIN orders o ON o.id = l.order_id`,
  attributes: {
    ...columns("text", "sku_code", "name", "image_url", "item_type", "currency_code"),
    ...columns("integer", "quantity"),
    ...amounts("unit_amount", "compare_at_amount", "options_amount", "discount"),
    ...amounts("total_amount", "tax_amount"),
    ...fixed({ bundle_code: null, tax_rate: null, frequency: null, coupon_code: null }),
    ...fixed({ _external_price: false, discount_breakdown: null, tax_breakdown: null }),
    ...fixed({ rule_outcomes: null, circuit_state: "closed", circuit_failure_count: 0 }),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    order: one("orders", "order_id"),
    item: oneOf(["skus"], "sku_id", "item_kind"),
    sku: one("skus", "sku_id"),
    bundle: nothing("bundles"),
    stock_line_items: many("stock_line_items", "line_item_id"),
    ...noneOf("line_item_options", "stock_transfers", "stock_reservations", "notifications"),
    ...noneOf("events", "event_stores", "tags"),
  },
  may: {
    shopper: ["create", "read", "update", "delete"],
    backend: ["list", "read", "create", "update", "delete"],
  },
  create: createLineItem,
  update: updateLineItem,
  remove: removeLineItem,
};
