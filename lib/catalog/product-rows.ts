import { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { availableQuantity, maxPerLine } from "@/lib/inventory/available";
import type { Locale } from "@/lib/i18n/locales";
import type { Currency } from "@/lib/money/currency";
import { money } from "@/lib/money/money";
import { variantHref } from "./choose-variant";
import { colourOption } from "./find-product-ids";
import { stockState } from "./stock-state";
import { swatchOf } from "./swatches";
import { translationOf, type Translation } from "./translations";
import type { Picture, ProductCardView, ProductView, VariantView } from "./views";

/** Who looks: prices and what is in a list depend on the currency, words on the language. */
export type Reader = { currency: Currency; locale: Locale };

/** What a product's views are made of, in one currency. */
export function productSelect(currency: Currency) {
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

type Row = Prisma.ProductGetPayload<{ select: ReturnType<typeof productSelect> }>;

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
function picturesOf({ images }: Row, { alts }: Translation): Picture[] {
  const pictures = images.map(({ url, alt }) => ({ url, alt: alts[url] ?? alt }));
  return [...new Map(pictures.map((picture) => [picture.url, picture])).values()];
}

export function productOf(row: Row, { currency, locale }: Reader): ProductView {
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
    pictures: picturesOf(row, own),
    variants,
  };
}

/** Where the list is of one colour, a card shows that colour and leads to it. */
export function cardOf(row: Row, reader: Reader, colour: string | null): ProductCardView | [] {
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
