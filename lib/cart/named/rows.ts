import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";

/**
 * A cart with everything that prices it, in one statement: it is read at every step of every checkout, and
 * each further question would be a trip to the database. JSON carries the lists; it is ours, and parsed.
 */
const moment = z.coerce.date();

const item = z.object({
  id: z.string(),
  quantity: z.number(),
  createdAt: moment,
  updatedAt: moment,
  variantId: z.string(),
  sku: z.string(),
  variantTitle: z.string(),
  managesStock: z.boolean(),
  title: z.string(),
  subtitle: z.string(),
  slug: z.string(),
  productId: z.string(),
  categoryId: z.string(),
  weightGrams: z.number(),
  isLive: z.boolean(),
  imageUrl: z.string().nullable(),
  amountMinor: z.number().nullable(),
  onHand: z.number().nullable(),
  reserved: z.number().nullable(),
});

const customItem = z.object({
  id: z.string(),
  name: z.string(),
  sku: z.string(),
  description: z.string(),
  quantity: z.number(),
  unitPriceMinor: z.number(),
  includesTax: z.boolean(),
  inputs: z.record(z.string(), z.json()),
  createdAt: moment,
  updatedAt: moment,
});

const promotion = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(["percent", "amount", "free_shipping"]),
  basisPoints: z.number().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  minimumMinor: z.number().nullable(),
  minimumCurrency: z.string().nullable(),
  productIds: z.array(z.string()),
  categoryIds: z.array(z.string()),
  combines: z.boolean(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  active: z.boolean(),
});

const cartRow = z.object({
  id: z.string(),
  ref: z.string(),
  version: z.number(),
  currency: z.string(),
  label: z.unknown(),
  extras: z.unknown(),
  createdAt: moment,
  updatedAt: moment,
  expiresAt: moment,
  items: z.array(item),
  customItems: z.array(customItem),
  promotions: z.array(promotion),
  shopperIds: z.array(z.string()),
});

export type CartRow = z.infer<typeof cartRow>;
export type CartRowItem = z.infer<typeof item>;
export type CartRowCustomItem = z.infer<typeof customItem>;

/** Null: there is no such cart. */
export async function readCartRow(tx: Tx, ref: string): Promise<CartRow | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.id, c.ref, c.version, c.currency, c.label, c.checkout -> 'extras' AS extras,
      c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.expires_at AS "expiresAt",
      coalesce((
        SELECT json_agg(json_build_object(
          'id', i.id, 'quantity', i.quantity, 'createdAt', i.created_at, 'updatedAt', i.updated_at,
          'variantId', v.id, 'sku', v.sku, 'variantTitle', v.title, 'managesStock', v.manages_stock,
          'title', p.title, 'subtitle', p.subtitle, 'slug', p.slug, 'isLive', p.status = 'live',
          'productId', p.id, 'categoryId', p.category_id, 'weightGrams', v.weight_grams,
          'imageUrl', (
            SELECT url FROM product_images WHERE product_id = p.id
            ORDER BY coalesce(variant_id = v.id, FALSE) DESC, position LIMIT 1
          ),
          'amountMinor', pr.amount_minor, 'onHand', s.on_hand, 'reserved', s.reserved
        ) ORDER BY i.created_at, i.id)
        FROM cart_items i
        JOIN variants v ON v.id = i.variant_id
        JOIN products p ON p.id = v.product_id
        LEFT JOIN prices pr ON pr.variant_id = v.id AND pr.currency = c.currency
        LEFT JOIN stock_items s ON s.variant_id = v.id
        WHERE i.cart_id = c.id
      ), '[]') AS items,
      coalesce((
        SELECT json_agg(json_build_object(
          'id', id, 'name', name, 'sku', sku, 'description', description, 'quantity', quantity,
          'unitPriceMinor', unit_price_minor, 'includesTax', includes_tax, 'inputs', inputs,
          'createdAt', created_at, 'updatedAt', updated_at
        ) ORDER BY created_at, id)
        FROM cart_custom_items WHERE cart_id = c.id
      ), '[]') AS "customItems",
      coalesce((
        SELECT json_agg(json_build_object(
          'id', m.id, 'code', m.code, 'name', m.name, 'kind', m.kind,
          'basisPoints', m.basis_points, 'amountMinor', m.amount_minor, 'currency', m.currency,
          'minimumMinor', m.minimum_minor, 'minimumCurrency', m.minimum_currency,
          'productIds', m.product_ids, 'categoryIds', m.category_ids, 'combines', m.combines,
          'startsAt', m.starts_at, 'endsAt', m.ends_at, 'active', m.active
        ) ORDER BY cp.created_at)
        FROM cart_promotions cp JOIN promotions m ON m.id = cp.promotion_id
        WHERE cp.cart_id = c.id
      ), '[]') AS promotions,
      ARRAY(
        SELECT shopper_id FROM cart_shoppers WHERE cart_id = c.id ORDER BY created_at, shopper_id
      ) AS "shopperIds"
    FROM carts c WHERE c.ref = ${ref}`;
  return rows[0] === undefined ? null : cartRow.parse(rows[0]);
}
