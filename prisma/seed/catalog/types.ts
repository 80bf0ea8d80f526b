import type { shopCurrencies } from "@/lib/money/currency";

/**
 * The shapes of the demo shop's catalogue. Pure data: what writes it to the database lives beside it in
 * `write-catalog.ts`. Amounts are minor units (cents, pence, whole yen); weights are grams.
 */
export type SeedCurrency = (typeof shopCurrencies)[number];

/** One price point for each currency that the shop sells in. */
export type Prices = Readonly<Record<SeedCurrency, number>>;

export type ImageSeed = {
  /** Path below `public/`, as a browser asks for it. */
  src: string;
  alt: string;
  width: number;
  height: number;
};

export type CategorySeed = {
  slug: string;
  title: string;
  /** One line, shown under the title in lists. */
  tagline: string;
  description: string;
  image: ImageSeed;
};

export type OptionSeed = { name: string; values: string[] };

export type VariantSeed = {
  sku: string;
  /** EAN-13 from the range reserved for use inside one shop (prefix 2). */
  barcode: string;
  /** The option values, joined; empty when the product has no options. */
  title: string;
  /** Option name to value; empty when the product has no options. */
  options: Readonly<Record<string, string>>;
  prices: Prices;
  /** What it cost before; greater than `prices` in every currency. */
  compareAtPrices?: Prices;
  weightGrams: number;
  stock: number;
  image: ImageSeed;
};

export type DetailSeed = { label: string; value: string };

export type ProductSeed = {
  slug: string;
  title: string;
  subtitle: string;
  /** Slug of its category. */
  category: string;
  /** Paragraphs. */
  description: string[];
  details: DetailSeed[];
  options: OptionSeed[];
  /** The first one stands for the product in lists. */
  images: ImageSeed[];
  variants: VariantSeed[];
  /** Shown on the home page. */
  featured: boolean;
};

export type ShippingRateSeed = {
  code: string;
  title: string;
  description: string;
  prices: Prices;
  /** Free when the goods cost at least this much. */
  freeFrom?: Prices;
  deliveryDays: { min: number; max: number };
  /** ISO 3166-1 alpha-2; null is everywhere. */
  countries: string[] | null;
};

export type CatalogSeed = {
  categories: CategorySeed[];
  products: ProductSeed[];
  shippingRates: ShippingRateSeed[];
};
