import { z } from "zod";
import { database } from "@/lib/db/client";
import type { RegisterAccount } from "./accounts";

/** What a till can put into a basket: one variant with its price in the till's currency. */
export type Goods = {
  variantId: string;
  title: string;
  variantTitle: string;
  sku: string;
  barcode: string | null;
  imageUrl: string | null;
  category: string;
  priceMinor: number;
  /** Null: it is never counted. */
  available: number | null;
};

/** As many as a till keeps in memory; beyond that it asks. */
export const tillGoodsLimit = 400;

const count = z.coerce.number().pipe(z.int());
const rowSchema = z.object({
  variantId: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  sku: z.string(),
  barcode: z.string().nullable(),
  imageUrl: z.string().nullable(),
  category: z.string(),
  priceMinor: count,
  available: count.nullable(),
});

/** Live goods in the order of the shop; `q` is a word of the name, a SKU or a barcode. */
export async function listGoods(account: RegisterAccount, q = ""): Promise<Goods[]> {
  const db = await database();
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db.$queryRaw<unknown[]>`
    SELECT v.id AS "variantId", p.title, v.title AS "variantTitle", v.sku, v.barcode,
      c.name AS category, pr.amount_minor::text AS "priceMinor",
      CASE WHEN v.manages_stock THEN coalesce(s.on_hand - s.reserved, 0)::text END AS available,
      (SELECT i.url FROM product_images i WHERE i.product_id = p.id
        ORDER BY (i.variant_id IS NOT DISTINCT FROM v.id) DESC, i.position LIMIT 1) AS "imageUrl"
    FROM variants v
      JOIN products p ON p.id = v.product_id AND p.status = 'live'
      JOIN categories c ON c.id = p.category_id
      JOIN prices pr ON pr.variant_id = v.id AND pr.currency = ${account.currency}
      LEFT JOIN stock_items s ON s.variant_id = v.id
    WHERE ${q} = '' OR p.title || ' ' || v.title ILIKE ${like}
      OR upper(v.sku) = upper(${q}) OR v.barcode = ${q}
    ORDER BY p.featured DESC, c.position, p.title, v.position
    LIMIT ${tillGoodsLimit}`;
  return z.array(rowSchema).parse(rows);
}
