import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";
import { availableQuantity } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { discountsFor, type BasketLine, type Discounts } from "@/lib/promotions/discounts";
import { readCartRow, type CartRow, type CartRowCustomItem, type CartRowItem } from "./rows";

/**
 * The cart as programs see it. They name their carts themselves, put things into them that are not in the
 * catalogue, and enter codes. The storefront's own view of a cart is in `../queries.ts`.
 */
export type NamedItem = {
  kind: "product" | "custom";
  id: string;
  variantId: string | null;
  productId: string | null;
  categoryId: string | null;
  /** Of one. */
  weightGrams: number;
  sku: string;
  name: string;
  variantTitle: string;
  description: string;
  slug: string;
  imageUrl: string | null;
  quantity: number;
  /** Null: it is not sold any more, or not in this currency. */
  unitPriceMinor: number | null;
  /** Before discounts. */
  valueMinor: number;
  discountMinor: number;
  discounts: { id: string; code: string; discountMinor: number }[];
  managesStock: boolean;
  /** What this cart can have of it; null: as many as it likes. */
  availableQuantity: number | null;
  createdAt: Date;
  updatedAt: Date;
};

export type CartLabel = z.infer<typeof labelSchema>;

export type NamedCart = {
  id: string;
  ref: string;
  version: number;
  currency: Currency;
  label: CartLabel;
  items: NamedItem[];
  promotions: Discounts["applied"];
  idlePromotions: Discounts["idle"];
  goodsMinor: number;
  discountMinor: number;
  totalMinor: number;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
};

export const labelSchema = z.object({
  name: z.string().optional(),
  description: z.string().optional(),
  contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  customAttributes: z.record(z.string(), z.json()).optional(),
});

/** With today's prices, stock and codes. Null: there is no such cart, or its time is over. */
export async function readNamedCart(
  tx: Tx,
  ref: string,
  now = new Date(),
): Promise<NamedCart | null> {
  const row = await readCartRow(tx, ref);
  return row === null || row.expiresAt <= now ? null : cartOf(row, now);
}

function cartOf(row: CartRow, now: Date): NamedCart {
  const { customItems, promotions, ...cart } = row;
  const currency = currencySchema.parse(row.currency);
  const products = row.items.map(productItem);
  // Codes take something off the goods, not off what a program adds to them, such as postage.
  const lines = products.map(basketLine);
  const discounts = discountsFor(promotions, { currency, now, lines });
  const items = [
    ...products.map((item, at) => discounted(item, at, discounts)),
    ...customItems.map(customItem),
  ].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const goodsMinor = items.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  return {
    ...cart,
    currency,
    label: labelSchema.catch({}).parse(row.label),
    items,
    promotions: discounts.applied,
    idlePromotions: discounts.idle,
    goodsMinor,
    discountMinor: discounts.discountMinor,
    totalMinor: goodsMinor - discounts.discountMinor,
  };
}

export const basketLine = ({ valueMinor, productId, categoryId }: NamedItem): BasketLine => ({
  totalMinor: valueMinor,
  productId,
  categoryId,
});

function discounted(item: NamedItem, at: number, { applied, lineDiscounts }: Discounts): NamedItem {
  const discounts = applied.flatMap(({ id, code, shares }) => {
    const discountMinor = shares[at] ?? 0;
    return discountMinor > 0 ? [{ id, code, discountMinor }] : [];
  });
  return { ...item, discounts, discountMinor: lineDiscounts[at] ?? 0 };
}

function productItem(row: CartRowItem): NamedItem {
  const { id, quantity, createdAt, updatedAt, managesStock, onHand, reserved } = row;
  const unitPriceMinor = row.isLive ? row.amountMinor : null;
  const stock = onHand === null ? null : { onHand, reserved: reserved ?? 0 };
  return {
    kind: "product",
    id,
    variantId: row.variantId,
    productId: row.productId,
    categoryId: row.categoryId,
    weightGrams: row.weightGrams,
    sku: row.sku,
    name: row.title,
    variantTitle: row.variantTitle,
    description: row.subtitle,
    slug: row.slug,
    imageUrl: row.imageUrl,
    quantity,
    unitPriceMinor,
    valueMinor: (unitPriceMinor ?? 0) * quantity,
    discountMinor: 0,
    discounts: [],
    managesStock,
    availableQuantity: availableQuantity({ managesStock, stock }),
    createdAt,
    updatedAt,
  };
}

function customItem(row: CartRowCustomItem): NamedItem {
  const { id, sku, name, description, quantity, unitPriceMinor, createdAt, updatedAt } = row;
  return {
    kind: "custom",
    id,
    variantId: null,
    productId: null,
    categoryId: null,
    weightGrams: 0,
    sku,
    name,
    variantTitle: "",
    description,
    slug: "",
    imageUrl: null,
    quantity,
    unitPriceMinor,
    valueMinor: unitPriceMinor * quantity,
    discountMinor: 0,
    discounts: [],
    managesStock: false,
    availableQuantity: null,
    createdAt,
    updatedAt,
  };
}
