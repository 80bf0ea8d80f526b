import { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { availableQuantity } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { discountsFor, type Discounts } from "@/lib/promotions/discounts";
import { promotionFacts } from "@/lib/promotions/store";

/**
 * The cart as programs see it. They name their carts themselves, put things into them that are not in the
 * catalogue, and enter codes. The storefront's own view of a cart is in `../queries.ts`.
 */
export type NamedItem = {
  kind: "product" | "custom";
  id: string;
  variantId: string | null;
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

const byAge = [{ createdAt: "asc" }, { id: "asc" }] as const satisfies object[];
const picture = { orderBy: { position: "asc" }, take: 1, select: { url: true } } as const;

function select(currency: string) {
  return {
    id: true,
    ref: true,
    version: true,
    currency: true,
    label: true,
    createdAt: true,
    updatedAt: true,
    expiresAt: true,
    items: {
      orderBy: [...byAge],
      select: {
        id: true,
        quantity: true,
        createdAt: true,
        updatedAt: true,
        variant: {
          select: {
            id: true,
            sku: true,
            title: true,
            managesStock: true,
            images: picture,
            prices: { where: { currency }, select: { amountMinor: true } },
            stock: { select: { onHand: true, reserved: true } },
            product: {
              select: { slug: true, title: true, subtitle: true, status: true, images: picture },
            },
          },
        },
      },
    },
    customItems: { orderBy: [...byAge] },
    promotions: { orderBy: { createdAt: "asc" }, select: { promotion: true } },
  } as const satisfies Prisma.CartSelect;
}

type Row = Prisma.CartGetPayload<{ select: ReturnType<typeof select> }>;

/** With today's prices, stock and codes. Null: there is no such cart, or its time is over. */
export async function readNamedCart(
  tx: Tx,
  ref: string,
  currency: string,
  now = new Date(),
): Promise<NamedCart | null> {
  const row = await tx.cart.findUnique({ where: { ref }, select: select(currency) });
  return row === null || row.expiresAt <= now ? null : cartOf(row, now);
}

function cartOf(row: Row, now: Date): NamedCart {
  const { customItems, promotions, ...cart } = row;
  const currency = currencySchema.parse(row.currency);
  const products = row.items.map(productItem);
  // Codes take something off the goods, not off what a program adds to them, such as postage.
  const discounts = discountsFor(
    promotions.map(({ promotion }) => promotionFacts(promotion)),
    { currency, now, lineTotals: products.map(({ valueMinor }) => valueMinor) },
  );
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

function discounted(item: NamedItem, at: number, { applied, lineDiscounts }: Discounts): NamedItem {
  const discounts = applied.flatMap(({ id, code, shares }) => {
    const discountMinor = shares[at] ?? 0;
    return discountMinor > 0 ? [{ id, code, discountMinor }] : [];
  });
  return { ...item, discounts, discountMinor: lineDiscounts[at] ?? 0 };
}

function productItem({ variant, ...item }: Row["items"][number]): NamedItem {
  const { product } = variant;
  const price = product.status === "live" ? variant.prices[0] : undefined;
  const unitPriceMinor = price === undefined ? null : toMinor(price.amountMinor);
  return {
    ...item,
    kind: "product",
    variantId: variant.id,
    sku: variant.sku,
    name: product.title,
    variantTitle: variant.title,
    description: product.subtitle,
    slug: product.slug,
    imageUrl: (variant.images[0] ?? product.images[0])?.url ?? null,
    unitPriceMinor,
    valueMinor: (unitPriceMinor ?? 0) * item.quantity,
    discountMinor: 0,
    discounts: [],
    managesStock: variant.managesStock,
    availableQuantity: availableQuantity(variant),
  };
}

function customItem(row: Row["customItems"][number]): NamedItem {
  const unitPriceMinor = toMinor(row.unitPriceMinor);
  return {
    kind: "custom",
    id: row.id,
    variantId: null,
    sku: row.sku,
    name: row.name,
    variantTitle: "",
    description: row.description,
    slug: "",
    imageUrl: null,
    quantity: row.quantity,
    unitPriceMinor,
    valueMinor: unitPriceMinor * row.quantity,
    discountMinor: 0,
    discounts: [],
    managesStock: false,
    availableQuantity: null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
