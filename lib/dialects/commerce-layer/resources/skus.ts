import { Prisma } from "@/lib/db/client";
import { env } from "@/lib/env";
import { amounts, columns, fixed } from "../protocol/attribute";
import { many, noneOf, nothing, one, type Resource } from "../protocol/resource";
import { createPrice, updatePrice, updateStockItem } from "../writes/catalog";

const catalogReaders = { shopper: ["list", "read"], backend: ["list", "read"] } as const;

export const skus: Resource = {
  type: "skus",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT v.id, v.sku AS code,
      CASE WHEN v.title = '' THEN p.title ELSE p.title || ' (' || v.title || ')' END AS name,
      p.description, v.weight_grams AS weight, NOT v.manages_stock AS do_not_track,
      coalesce(
        (SELECT ${env().storeUrl} || i.url FROM product_images i
          WHERE i.variant_id = v.id ORDER BY i.position LIMIT 1),
        (SELECT ${env().storeUrl} || i.url FROM product_images i
          WHERE i.product_id = p.id ORDER BY i.position LIMIT 1)
      ) AS image_url,
      CASE WHEN v.manages_stock THEN jsonb_build_object(
        'available', coalesce(s.on_hand - s.reserved, 0) > 0,
        'quantity', coalesce(s.on_hand - s.reserved, 0)
      ) ELSE jsonb_build_object('available', true) END AS inventory,
      v.created_at, greatest(v.updated_at, p.updated_at) AS updated_at
    FROM variants v JOIN products p ON p.id = v.product_id AND p.status = 'live'
    LEFT JOIN stock_items s ON s.variant_id = v.id`,
  scope: (currencies) => Prisma.sql`EXISTS (SELECT 1 FROM prices x
    WHERE x.variant_id = t.id AND x.currency IN (${Prisma.join([...currencies])}))`,
  attributes: {
    ...columns("text", "code", "name", "description", "image_url"),
    ...columns("float", "weight"),
    ...fixed({ unit_of_weight: "gr", pieces_per_pack: 1, hs_tariff_number: null }),
    ...fixed({ do_not_ship: false }),
    ...columns("boolean", "do_not_track"),
    ...columns("json", "inventory"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    prices: many("prices", "sku_id"),
    stock_items: many("stock_items", "sku_id"),
    shipping_category: nothing("shipping_categories"),
    ...noneOf("sku_options", "sku_lists", "delivery_lead_times", "stock_reservations"),
    ...noneOf("attachments", "events", "event_stores"),
  },
  may: catalogReaders,
};

export const prices: Resource = {
  type: "prices",
  idKind: "text",
  view: () => Prisma.sql`
    SELECT x.variant_id::text || '-' || lower(x.currency) AS id, x.currency::text AS currency_code,
      v.sku AS sku_code, v.id AS sku_id, lower(x.currency) AS market_id,
      x.amount_minor AS amount_cents, x.amount_minor AS original_amount_cents,
      x.compare_at_minor AS compare_at_amount_cents, x.updated_at AS created_at, x.updated_at
    FROM prices x JOIN variants v ON v.id = x.variant_id
    JOIN products p ON p.id = v.product_id AND p.status = 'live'`,
  scope: (currencies) => Prisma.sql`t.currency_code IN (${Prisma.join([...currencies])})`,
  attributes: {
    ...columns("text", "currency_code", "sku_code"),
    ...fixed({ rules: null, rule_outcomes: null, processed_at: null, jwt_custom_claim: null }),
    ...amounts("amount", "original_amount", "compare_at_amount"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    sku: one("skus", "sku_id"),
    price_list: one("price_lists", "market_id"),
    ...noneOf("attachments", "event_stores"),
  },
  may: { ...catalogReaders, backend: [...catalogReaders.backend, "create", "update"] },
  create: createPrice,
  update: updatePrice,
};

export const stockItems: Resource = {
  type: "stock_items",
  idKind: "uuid",
  view: () => Prisma.sql`
    SELECT s.variant_id AS id, s.variant_id AS sku_id, v.sku AS sku_code,
      s.on_hand - s.reserved AS quantity, 'main' AS stock_location_id,
      v.created_at, s.updated_at
    FROM stock_items s JOIN variants v ON v.id = s.variant_id`,
  attributes: {
    ...columns("text", "sku_code"),
    ...columns("integer", "quantity"),
    ...columns("time", "created_at", "updated_at"),
  },
  relationships: {
    sku: one("skus", "sku_id"),
    stock_location: one("stock_locations", "stock_location_id"),
  },
  may: { shopper: [], backend: ["list", "read", "update"] },
  update: updateStockItem,
};
