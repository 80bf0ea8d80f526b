import type { Money } from "@/lib/money/money";

/** What shoppers see of the catalogue. Plain data: components import these types. */
export type Picture = { url: string; alt: string };

/** How much can be bought: "low" is few enough to say how many. */
export type StockState = { is: "available" } | { is: "low"; left: number } | { is: "sold_out" };

/** `value` is what addresses say, `label` what shoppers read. */
export type Swatch = { value: string; label: string; colour: string };

/** A product in a list. Prices are those of the cheapest variant that can be bought. */
export type ProductCardView = {
  slug: string;
  href: string;
  title: string;
  subtitle: string;
  picture: Picture | null;
  price: Money;
  compareAt: Money | null;
  /** Other variants cost more: the price is a "from". */
  priceVaries: boolean;
  swatches: Swatch[];
  soldOut: boolean;
};

export type ProductList = {
  products: ProductCardView[];
  total: number;
  page: number;
  pages: number;
};

export type CategoryView = {
  slug: string;
  name: string;
  tagline: string;
  description: string;
  imageUrl: string | null;
  productCount: number;
};

export type VariantView = {
  id: string;
  sku: string;
  title: string;
  /** Option name to value. */
  options: Record<string, string>;
  price: Money;
  compareAt: Money | null;
  stock: StockState;
  /** The most that one cart can have. */
  maxQuantity: number;
  pictureUrl: string | null;
};

export type ProductView = {
  slug: string;
  title: string;
  subtitle: string;
  paragraphs: string[];
  details: { label: string; value: string }[];
  category: { slug: string; name: string };
  options: {
    name: string;
    label: string;
    values: { value: string; label: string; colour: string | null }[];
  }[];
  pictures: Picture[];
  variants: VariantView[];
};
