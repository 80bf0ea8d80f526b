import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { money } from "@/lib/money/money";

/** Fewer than this: the variant is marked as running out. */
export const lowStock = 5;

/** The merchant's catalogue with what is left of it, drafts too. */
export async function findProducts(search: string) {
  const db = await database();
  const contains = { contains: search, mode: "insensitive" as const };
  const rows = await db.product.findMany({
    where: search
      ? { OR: [{ title: contains }, { slug: contains }, { variants: { some: { sku: contains } } }] }
      : undefined,
    orderBy: [{ category: { position: "asc" } }, { title: "asc" }],
    take: 200,
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      category: { select: { name: true } },
      images: { orderBy: { position: "asc" }, take: 1, select: { url: true } },
      variants: {
        select: { managesStock: true, stock: { select: { onHand: true, reserved: true } } },
      },
    },
  });
  return rows.map(({ variants, images, category, ...product }) => {
    const counted = variants.filter(({ managesStock }) => managesStock);
    const left = counted.map(({ stock }) => (stock ? stock.onHand - stock.reserved : 0));
    return {
      ...product,
      category: category.name,
      imageUrl: images[0]?.url ?? null,
      variants: variants.length,
      /** Null: nothing of it is counted. */
      available: counted.length > 0 ? left.reduce((sum, units) => sum + units, 0) : null,
      soldOut: left.filter((units) => units <= 0).length,
      runningOut: left.filter((units) => units > 0 && units < lowStock).length,
    };
  });
}

export async function findProductForEdit(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const db = await database();
  const row = await db.product.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      subtitle: true,
      description: true,
      status: true,
      captureLater: true,
      category: { select: { name: true } },
      images: { orderBy: { position: "asc" }, take: 1, select: { url: true, alt: true } },
      variants: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          sku: true,
          title: true,
          managesStock: true,
          stock: { select: { onHand: true, reserved: true } },
          prices: { orderBy: { currency: "asc" }, select: { currency: true, amountMinor: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { variants, images, category, ...product } = row;
  return {
    ...product,
    category: category.name,
    image: images[0] ?? null,
    variants: variants.map(({ prices, ...variant }) => ({
      ...variant,
      prices: prices.map(({ currency, amountMinor }) =>
        money(toMinor(amountMinor), currencySchema.parse(currency)),
      ),
    })),
  };
}
