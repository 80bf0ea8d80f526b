import { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { Locale } from "@/lib/i18n/locales";
import type { Listing, Sorting } from "./listing";

export type Question = Listing & { currency: string; locale: Locale; pageSize: number };

/** The option that the list can be narrowed by. */
export const colourOption = "Colour";

/**
 * The products of one page of a list, in order, and how many there are in all. A product is in a list
 * when one of its variants has a price in the currency. Written in SQL because the order depends on the
 * cheapest variant and on how well the words of a search fit.
 */
export async function findProductIds(
  db: Tx,
  { category, q, sort, inStock, colour, page, currency, locale, pageSize }: Question,
): Promise<{ ids: string[]; total: number }> {
  const words = searchWords(q);
  const search = words === null ? Prisma.empty : matches(words, q, locale);
  const only = category === null ? Prisma.empty : Prisma.sql`AND c.slug = ${category}`;
  const inColour =
    colour === null ? Prisma.empty : Prisma.sql`AND v.options ->> ${colourOption} = ${colour}`;
  const buyable = inStock
    ? Prisma.sql`HAVING bool_or(NOT v.manages_stock OR s.on_hand > s.reserved)`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string; total: bigint }[]>`
    SELECT p.id, count(*) OVER () AS total
    FROM products p
    JOIN categories c ON c.id = p.category_id
    JOIN variants v ON v.product_id = p.id
    JOIN prices pr ON pr.variant_id = v.id AND pr.currency = ${currency}
    LEFT JOIN stock_items s ON s.variant_id = v.id
    WHERE p.status = 'live' ${only} ${inColour} ${search}
    GROUP BY p.id, c.name, c.position
    ${buyable}
    ORDER BY ${words === null || sort !== "featured" ? order[sort] : rank(words)}, p.title, p.id
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.total ?? 0) };
}

const order: Record<Sorting, Prisma.Sql> = {
  featured: Prisma.sql`p.featured DESC, c.position`,
  price: Prisma.sql`min(pr.amount_minor)`,
  "price-desc": Prisma.sql`min(pr.amount_minor) DESC`,
  newest: Prisma.sql`p.created_at DESC`,
  name: Prisma.sql`lower(p.title)`,
};

/** "blue mugs!" → "blue:* & mugs:*": every word has to begin something. Null when nothing was asked. */
function searchWords(q: string): string | null {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(" & ") : null;
}

const text = Prisma.sql`(
  setweight(to_tsvector('english', p.title || ' ' || p.subtitle), 'A') ||
  setweight(to_tsvector('english', c.name), 'B') ||
  setweight(to_tsvector('english', p.description || ' ' || p.details::text), 'D'))`;

/** Inside a longer word, "lambswool" for "wool": the signs that mean something to LIKE do not. */
const escaped = (q: string) => q.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** By words of the texts, in the reader's language too, by an option's value ("ochre"), or by the number on the label. */
function matches(words: string, q: string, locale: Locale): Prisma.Sql {
  return Prisma.sql`AND (
    ${text} @@ to_tsquery('english', ${words})
    OR p.title || ' ' || p.subtitle || ' ' || p.details::text ILIKE ${`%${escaped(q)}%`}
    OR (p.translations -> ${locale})::text ILIKE ${`%${escaped(q)}%`}
    OR EXISTS (
      SELECT 1 FROM variants own WHERE own.product_id = p.id
      AND (to_tsvector('simple', own.title) @@ to_tsquery('simple', ${words})
        OR upper(own.sku) = upper(${q}) OR own.barcode = ${q})))`;
}

function rank(words: string): Prisma.Sql {
  return Prisma.sql`max(ts_rank(${text}, to_tsquery('english', ${words}))) DESC`;
}
