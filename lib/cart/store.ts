import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { newToken } from "@/lib/ids";
import { availableQuantity, maxPerLine } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { cartLifetimeMs } from "./lifetime";

export type LockedCart = { id: string; ref: string; currency: Currency };

/**
 * The cart with its row locked, so that two changes of one cart queue and the second one sees what the
 * first one left. Null: there is no such cart, or its time is over.
 */
export async function lockCart(tx: Tx, ref: string): Promise<LockedCart | null> {
  const rows = await tx.$queryRaw<{ id: string; currency: string }[]>`
    SELECT id, currency FROM carts WHERE ref = ${ref} AND expires_at > now() FOR UPDATE`;
  const row = rows[0];
  return row ? { id: row.id, ref, currency: currencySchema.parse(row.currency) } : null;
}

export async function createCart(tx: Tx, currency: Currency): Promise<LockedCart> {
  const ref = newToken();
  const { id } = await tx.cart.create({ data: { ref, currency, expiresAt: laterThan() } });
  return { id, ref, currency };
}

/** Call it after every change: whoever checked out an earlier state sees that it is another one now. */
export async function touchCart(tx: Tx, id: string, change: Prisma.CartUpdateInput = {}) {
  const data = { ...change, version: { increment: 1 }, expiresAt: laterThan() };
  await tx.cart.update({ where: { id }, data });
}

function laterThan(now = Date.now()): Date {
  return new Date(now + cartLifetimeMs);
}

/** What decides how many of a variant a cart can have. */
export function lineSelect(cartId: string, currency: Currency) {
  return {
    id: true,
    title: true,
    options: true,
    managesStock: true,
    images: { orderBy: { position: "asc" }, take: 1, select: { url: true } },
    prices: { where: { currency }, select: { amountMinor: true, compareAtMinor: true } },
    stock: { select: { onHand: true, reserved: true } },
    // An open order of this very cart holds stock for this very shopper.
    reservations: {
      where: { status: "held", order: { cartId, status: "incomplete" } },
      select: { quantity: true },
    },
    product: {
      select: {
        slug: true,
        title: true,
        status: true,
        translations: true,
        images: { orderBy: { position: "asc" }, take: 1, select: { url: true } },
      },
    },
  } as const satisfies Prisma.VariantSelect;
}

export type LineVariant = Prisma.VariantGetPayload<{ select: ReturnType<typeof lineSelect> }>;

/** The most of it that this cart can have; 0 when it is sold out or not for sale. */
export function maxQuantity(variant: LineVariant): number {
  if (variant.product.status !== "live" || variant.prices.length === 0) return 0;
  const own = variant.reservations.reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.min(availableQuantity(variant, own) ?? maxPerLine, maxPerLine);
}

export function nameOf({ title, product }: LineVariant): string {
  return title ? `${product.title} (${title})` : product.title;
}
