import "server-only";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { colourOption, findProductIds } from "./find-product-ids";
import { readListing, type Listing } from "./listing";
import { cardOf, productOf, productSelect, type Reader } from "./product-rows";
import { translationOf } from "./translations";
import type { CategoryView, ProductCardView, ProductList, ProductView } from "./views";

const pageSize = 24;

/** One page of a list. */
export async function listProducts(listing: Listing, reader: Reader): Promise<ProductList> {
  const db = await database();
  const { ids, total } = await findProductIds(db, { ...listing, ...reader, pageSize });
  const products = await findCards(ids, reader, listing.colour);
  return { products, total, page: listing.page, pages: Math.ceil(total / pageSize) };
}

/** What else is in the same category. */
export async function listRelated(product: ProductView, reader: Reader) {
  const db = await database();
  const listing = readListing({}, product.category.slug);
  const { ids } = await findProductIds(db, { ...listing, ...reader, pageSize: 5 });
  const cards = await findCards(ids, reader);
  return cards.filter(({ slug }) => slug !== product.slug).slice(0, 4);
}

async function findCards(
  ids: string[],
  reader: Reader,
  colour: string | null = null,
): Promise<ProductCardView[]> {
  const db = await database();
  const rows = await db.product.findMany({
    where: { id: { in: ids } },
    select: productSelect(reader.currency),
  });
  const cards = new Map(rows.map((row) => [row.id, cardOf(row, reader, colour)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** A live product with the variants that have a price in this currency. Null: there is none. */
export async function findProduct(slug: string, reader: Reader): Promise<ProductView | null> {
  if (/\p{Cc}/u.test(slug)) return null;
  const db = await database();
  const row = await db.product.findUnique({
    where: { slug, status: "live" },
    select: productSelect(reader.currency),
  });
  return row === null ? null : productOf(row, reader);
}

export async function listCategories(locale: Locale): Promise<CategoryView[]> {
  const db = await database();
  const rows = await db.category.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: {
      slug: true,
      name: true,
      description: true,
      translations: true,
      imageUrl: true,
      _count: { select: { products: { where: { status: "live" } } } },
    },
  });
  return rows.map(({ _count, translations, slug, imageUrl, ...written }) => {
    const own = translationOf(translations, locale);
    const { name = written.name, description = written.description } = own;
    const [tagline = "", ...rest] = description.split("\n\n");
    const productCount = _count.products;
    return { slug, imageUrl, name, tagline, description: rest.join("\n\n"), productCount };
  });
}

/** For the sitemap. */
export async function listProductAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  const db = await database();
  return db.product.findMany({
    where: { status: "live" },
    orderBy: { slug: "asc" },
    select: { slug: true, updatedAt: true },
  });
}

/** The colours that live products come in, in the order of their names in the language. */
export async function listColours(locale: Locale): Promise<{ value: string; label: string }[]> {
  const db = await database();
  const rows = await db.$queryRaw<{ value: string; label: string }[]>`
    SELECT c.value, coalesce(max(c.label), c.value) AS label
    FROM (
      SELECT v.options ->> ${colourOption} AS value,
        p.translations #>> ARRAY[${locale}, 'words', v.options ->> ${colourOption}] AS label
      FROM variants v JOIN products p ON p.id = v.product_id
      WHERE p.status = 'live'
    ) c
    WHERE c.value IS NOT NULL
    GROUP BY c.value`;
  return rows.toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
