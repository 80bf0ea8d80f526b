import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { availableQuantity, maxPerLine } from "@/lib/inventory/available";
import type { Locale } from "@/lib/i18n/locales";
import type { Currency } from "@/lib/money/currency";
import { money } from "@/lib/money/money";
import { colourOption, findProductIds } from "./find-product-ids";
import { variantHref } from "./choose-variant";
import { readListing, type Listing } from "./listing";
import { stockState } from "./stock-state";
import { swatchOf } from "./swatches";
import { translationOf } from "./translations";
import type {
  CategoryView,
  Picture,
  ProductCardView,
  ProductList,
  ProductView,
  VariantView,
} from "./views";

const pageSize = 24;

/** Who looks: prices and what is in a list depend on the currency, words on the language. */
export type Reader = { currency: Currency; locale: Locale };

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
    select: select(reader.currency),
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
    select: select(reader.currency),
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

function select(currency: Currency) {
  return {
    id: true,
    slug: true,
    title: true,
    subtitle: true,
    description: true,
    details: true,
    optionNames: true,
    translations: true,
    category: { select: { slug: true, name: true, translations: true } },
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

function productOf(row: Row, { currency, locale }: Reader): ProductView {
  const { slug, title, category, optionNames } = row;
  const own = translationOf(row.translations, locale);
  const { subtitle = row.subtitle, description = row.description, details = row.details } = own;
  const said = (word: string) => own.words[word] ?? word;
  const variants = variantsOf(row, currency);
  const valuesOf = (name: string) => [
    ...new Set(variants.flatMap(({ options }) => options[name] ?? [])),
  ];
  return {
    slug,
    title,
    subtitle,
    category: {
      slug: category.slug,
      name: translationOf(category.translations, locale).name ?? category.name,
    },
    paragraphs: description.split("\n\n"),
    details: detailsSchema.catch([]).parse(details),
    options: optionNames.map((name) => ({
      name,
      label: said(name),
      values: valuesOf(name).map((value) => ({
        value,
        label: said(value),
        colour: swatchOf(value),
      })),
    })),
    pictures: picturesOf(row),
    variants,
  };
}

/** Where the list is of one colour, a card shows that colour and leads to it. */
function cardOf(row: Row, reader: Reader, colour: string | null): ProductCardView | [] {
  const { slug, title, subtitle, options, pictures, variants } = productOf(row, reader);
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
    swatches: colours.flatMap(({ value, label, colour: dot }) =>
      dot === null ? [] : { value, label, colour: dot },
    ),
    soldOut: buyable.length === 0,
  };
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
