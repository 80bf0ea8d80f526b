import type { Money } from "@/lib/money/money";

export type CartLineView = {
  variantId: string;
  title: string;
  variantTitle: string;
  /** The product's page with this variant chosen. */
  href: string;
  imageUrl: string | null;
  quantity: number;
  /** Null: it is not sold any more, or not in this currency. */
  unitPrice: Money | null;
  compareAt: Money | null;
  total: Money | null;
  /** The most that the cart can have of it. */
  maxQuantity: number;
  /** What keeps this line from being bought, in words; null when nothing does. */
  problem: string | null;
};

export type CartView = {
  lines: CartLineView[];
  /** How many things, not how many lines. */
  itemCount: number;
  /** Of what can be bought, without shipping. */
  subtotal: Money;
  /** What is missing until a rate costs nothing; zero is reached. Null: none ever does. */
  freeShipping: { rateName: string; missing: Money } | null;
  canCheckOut: boolean;
};
