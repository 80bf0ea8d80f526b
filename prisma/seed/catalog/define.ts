import type { swatches } from "@/lib/catalog/swatches";
import type { DetailSeed, ImageSeed, OptionSeed, Prices, ProductSeed, VariantSeed } from "./types";

/** Minor units: 1800 is $18.00, yen have none, and dinars have three digits after the point. */
export function prices(USD: number, EUR: number, GBP: number, JPY: number): Prices {
  const inSteps = (rate: number, step: number) => Math.ceil((USD * rate) / step) * step;
  return {
    USD,
    EUR,
    GBP,
    JPY,
    // Dinars in steps of fifty fils, which are the coins that people have; the others as shops write prices.
    KWD: inSteps(3.07, 50),
    AUD: inSteps(1.55, 100),
    BRL: inSteps(5.4, 500),
    MXN: inSteps(18.5, 1000),
    PLN: inSteps(4, 500),
  };
}

/** A product picture: 4 to 5, drawn by `prisma/seed/art`. */
export function picture(name: string, alt: string): ImageSeed {
  return { src: `/products/${name}.svg`, alt, width: 800, height: 1000 };
}

/** Completes twelve digits of the in-shop range with the EAN-13 check digit. */
export function ean13(number: number): string {
  const digits = `2${String(number).padStart(11, "0")}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

type VariantDraft = {
  sku: string;
  code: number;
  options?: Record<string, string>;
  stock: number;
  prices?: Prices;
  compareAtPrices?: Prices;
  weightGrams?: number;
  image?: ImageSeed;
};

type ProductDraft = {
  slug: string;
  title: string;
  subtitle: string;
  category: string;
  featured?: boolean;
  description: string[];
  details: DetailSeed[];
  options?: OptionSeed[];
  images: [ImageSeed, ...ImageSeed[]];
  /** Used by every variant that has none of its own. */
  prices: Prices;
  weightGrams: number;
  variants: VariantDraft[];
};

export function product(draft: ProductDraft): ProductSeed {
  const { prices: shared, weightGrams, variants, options = [], featured = false, ...rest } = draft;
  const complete = ({ code, ...variant }: VariantDraft): VariantSeed => ({
    prices: shared,
    weightGrams,
    image: draft.images[0],
    options: {},
    title: Object.values(variant.options ?? {}).join(" / "),
    barcode: ean13(code),
    ...variant,
  });
  return { ...rest, options, featured, variants: variants.map(complete) };
}

export function detail(label: string, value: string): DetailSeed {
  return { label, value };
}

/** The pictures are painted with the colours that the swatches show. */
export function colourOption(...values: (keyof typeof swatches)[]): OptionSeed {
  return { name: "Colour", values };
}

export function choiceOption(name: string, ...values: string[]): OptionSeed {
  return { name, values };
}
