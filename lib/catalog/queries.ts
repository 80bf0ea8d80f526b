import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { availableQuantity, maxPerLine } from "@/lib/inventory/available";
import type { Currency } from "@/lib/money/currency";
import { money } from "@/lib/money/money";
import { colourOption, findProductIds } from "./find-product-ids";
import { variantHref } from "./choose-variant";
import { readListing, type Listing } from "./listing";
import { stockState } from "./stock-state";
import { swatchOf } from "./swatches";
import type {
  CategoryView,
  Picture,
  ProductCardView,
  ProductList,
  ProductView,
  VariantView,
} from "./views";

const pageSize = 24;

/** One page of a list. Prices and what is in it depend on the shopper's currency. */
export async function listProducts(listing: Listing, currency: Currency): Promise<ProductList> {
  const db = await database();
  const { ids, total } = await findProductIds(db, { ...listing, currency, pageSize });
  const products = await findCards(ids, currency, listing.colour);
  return { products, total, page: listing.page, pages: Math.ceil(total / pageSize) };
}

/** What else is in the same category. */
export async function listRelated(product: ProductView, currency: Currency) {
  const db = await database();
  const listing = readListing({}, product.category.slug);
  const { ids } = await findProductIds(db, { ...listing, currency, pageSize: 5 });
  const cards = await findCards(ids, currency);
  return cards.filter(({ slug }) => slug !== product.slug).slice(0, 4);
}

async function findCards(
  ids: string[],
  currency: Currency,
  colour: string | null = null,
): Promise<ProductCardView[]> {
  const db = await database();
  const rows = await db.product.findMany({ where: { id: { in: ids } }, select: select(currency) });
  const cards = new Map(rows.map((row) => [row.id, cardOf(row, currency, colour)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** A live product with the variants that have a price in this currency. Null: there is none. */
export async function findProduct(slug: string, currency: Currency): Promise<ProductView | null> {
  if (/\p{Cc}/u.test(slug)) return null;
  const db = await database();
  const row = await db.product.findUnique({
    where: { slug, status: "live" },
    select: select(currency),
  });
  return row === null ? null : productOf(row, currency);
}

export async function listCategories(): Promise<CategoryView[]> {
  const db = await database();
  const rows = await db.category.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: {
      slug: true,
      name: true,
      description: true,
      imageUrl: true,
      _count: { select: { products: { where: { status: "live" } } } },
    },
  });
  return rows.map(({ _count, description, ...row }) => {
    const [tagline = "", ...rest] = description.split("\n\n");
    return { ...row, tagline, description: rest.join("\n\n"), productCount: _count.products };
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

function select(currency: Currency) {
  return {
    id: true,
    slug: true,
    title: true,
    subtitle: true,
    description: true,
    details: true,
    optionNames: true,
    category: { select: { slug: true, name: true } },
    images: { orderBy: { position: "asc" }, select: { url: true, alt: true, variantId: true } },
    variants: {
      where: { prices: { some: { currency } } },
      orderBy: { position: "asc" },
      select: {
        id: true,
        sku: true,
        title: true,
        options: true,
        managesStock: true,
        stock: { select: { onHand: true, reserved: true } },
        prices: { where: { currency }, select: { amountMinor: true, compareAtMinor: true } },
      },
    },
  } as const satisfies Prisma.ProductSelect;
}

type Row = Prisma.ProductGetPayload<{ select: ReturnType<typeof select> }>;

const optionsSchema = z.record(z.string(), z.string());
const detailsSchema = z.array(z.object({ label: z.string(), value: z.string() }));

function variantsOf({ variants, images }: Row, currency: Currency): VariantView[] {
  return variants.flatMap((variant) => {
    const price = variant.prices[0];
    if (price === undefined) return [];
    const { amountMinor, compareAtMinor } = price;
    const available = availableQuantity(variant);
    const own = images.find(({ variantId }) => variantId === variant.id);
    return {
      id: variant.id,
      sku: variant.sku,
      title: variant.title,
      options: optionsSchema.parse(variant.options),
      price: money(toMinor(amountMinor), currency),
      compareAt: compareAtMinor === null ? null : money(toMinor(compareAtMinor), currency),
      stock: stockState(available),
      maxQuantity: Math.min(available ?? maxPerLine, maxPerLine),
      pictureUrl: own?.url ?? null,
    };
  });
}

/** A picture that belongs to several variants has a row for each; the product shows it once. */
function picturesOf({ images }: Row): Picture[] {
  return [...new Map(images.map(({ url, alt }) => [url, { url, alt }])).values()];
}

function productOf(row: Row, currency: Currency): ProductView {
  const { slug, title, subtitle, category, optionNames } = row;
  const variants = variantsOf(row, currency);
  const valuesOf = (name: string) => [
    ...new Set(variants.flatMap(({ options }) => options[name] ?? [])),
  ];
  return {
    slug,
    title,
    subtitle,
    category,
    paragraphs: row.description.split("\n\n"),
    details: detailsSchema.catch([]).parse(row.details),
    options: optionNames.map((name) => ({
      name,
      values: valuesOf(name).map((value) => ({ value, colour: swatchOf(value) })),
    })),
    pictures: picturesOf(row),
    variants,
  };
}

/** Where the list is of one colour, a card shows that colour and leads to it. */
function cardOf(row: Row, currency: Currency, colour: string | null): ProductCardView | [] {
  const { slug, title, subtitle, options, pictures, variants } = productOf(row, currency);
  const shown = variants.filter((each) => colour === null || each.options[colourOption] === colour);
  const buyable = shown.filter(({ stock }) => stock.is !== "sold_out");
  const byPrice = (buyable.length > 0 ? buyable : shown).toSorted(
    (a, b) => a.price.minor - b.price.minor,
  );
  const cheapest = byPrice[0];
  if (cheapest === undefined) return [];
  const colours = options.flatMap(({ values }) => values);
  const own = colour === null ? null : pictures.find(({ url }) => url === cheapest.pictureUrl);
  return {
    href: variantHref(slug, colour === null ? {} : { [colourOption]: colour }),
    slug,
    title,
    subtitle,
    picture: own ?? pictures[0] ?? null,
    price: cheapest.price,
    compareAt: cheapest.compareAt,
    priceVaries: byPrice.some(({ price }) => price.minor !== cheapest.price.minor),
    swatches: colours.flatMap(({ value, colour: dot }) =>
      dot === null ? [] : { value, colour: dot },
    ),
    soldOut: buyable.length === 0,
  };
}

/** The colours that live products come in, in the order of the alphabet. */
export async function listColours(): Promise<string[]> {
  const db = await database();
  const rows = await db.$queryRaw<{ colour: string }[]>`
    SELECT DISTINCT v.options ->> ${colourOption} AS colour
    FROM variants v JOIN products p ON p.id = v.product_id
    WHERE p.status = 'live' AND v.options ->> ${colourOption} IS NOT NULL
    ORDER BY colour`;
  return rows.map(({ colour }) => colour);
}
