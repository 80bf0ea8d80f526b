import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";
import { availableQuantity } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { priceOrder, type Order, type Priced, type PricingLine } from "@/lib/pricing/price";
import { noTax } from "@/lib/tax/rates";
import { nothingApplied, withExtras, type AppliedExtras } from "./extras/apply";
import { extrasOf, type CartExtras } from "./extras/schema";
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
  /** True: taxes are in the price. */
  includesTax: boolean;
  /** What a program keeps with it, and the parcel that it put it in. */
  inputs: Record<string, z.core.util.JSONType>;
  groupId: string | null;
  /** Told by a program, of all of the quantity; the second is the part that comes on top. */
  taxMinor: number;
  addedTaxMinor: number;
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
  /** Whose a program has said it is. */
  shopperIds: string[];
  items: NamedItem[];
  promotions: Priced["promotions"];
  idlePromotions: Priced["idlePromotions"];
  goodsMinor: number;
  discountMinor: number;
  /** Before shipping and tax, which are not known here unless a program says them itself. */
  totalMinor: number;
  /** What a program adds to the shop's own prices, and what came of it. */
  extras: CartExtras;
  applied: AppliedExtras;
  /** What it is priced from, for whoever knows how it is sent and where. */
  pricing: Pick<Order, "currency" | "now" | "lines" | "promotions">;
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
  const items = [...row.items.map(productItem), ...customItems.map(customItem)].toSorted(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  );
  const pricing = { currency, now, lines: items.map(pricingLine), promotions };
  const priced = priceOrder({ ...pricing, shippingMinor: 0, tax: noTax });
  return withExtras({
    ...cart,
    currency,
    extras: extrasOf(row.extras),
    applied: nothingApplied,
    label: labelSchema.catch({}).parse(row.label),
    items: items.map((item, at) => discounted(item, at, priced)),
    promotions: priced.promotions,
    idlePromotions: priced.idlePromotions,
    goodsMinor: priced.subtotalMinor,
    discountMinor: priced.discountMinor,
    totalMinor: priced.totalMinor,
    pricing,
  });
}

/** Codes take something off the goods, not off what a program adds to them, such as postage. */
const pricingLine = ({ kind, valueMinor, productId, categoryId }: NamedItem): PricingLine => ({
  totalMinor: valueMinor,
  productId,
  categoryId,
  isGoods: kind === "product",
});

function discounted(item: NamedItem, at: number, { promotions, lines }: Priced): NamedItem {
  const discounts = promotions.flatMap(({ id, code, shares }) => {
    const discountMinor = shares[at] ?? 0;
    return discountMinor > 0 ? [{ id, code, discountMinor }] : [];
  });
  return { ...item, discounts, discountMinor: lines[at]?.discountMinor ?? 0 };
}

const untaxed = { groupId: null, taxMinor: 0, addedTaxMinor: 0 } as const;

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
    ...untaxed,
    includesTax: true,
    inputs: {},
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
    ...untaxed,
    includesTax: row.includesTax,
    inputs: row.inputs,
    availableQuantity: null,
    createdAt,
    updatedAt,
  };
}
