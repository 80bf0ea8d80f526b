import "server-only";
import { z } from "zod";
import { variantHref } from "@/lib/catalog/choose-variant";
import { translationOf, variantTitleIn } from "@/lib/catalog/translations";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { money, type Money } from "@/lib/money/money";
import { type LineVariant, lineSelect, maxQuantity, nameOf } from "./store";
import type { CartLineView, CartView } from "./views";

/** How many things are in the cart: for the number in the header. */
export async function countItems(ref: string): Promise<number> {
  const db = await database();
  const where = { cart: { ref, expiresAt: { gt: new Date() } } };
  const { _sum } = await db.cartItem.aggregate({ where, _sum: { quantity: true } });
  return _sum.quantity ?? 0;
}

type Words = Translator<"bag">;

/** The cart with today's prices and stock. Null: there is none, or nothing is in it. */
export async function findCart(ref: string, t: Words): Promise<CartView | null> {
  const db = await database();
  const where = { ref, expiresAt: { gt: new Date() } };
  const cart = await db.cart.findUnique({ where, select: { id: true, currency: true } });
  if (cart === null) return null;
  const currency = currencySchema.parse(cart.currency);
  const items = await db.cartItem.findMany({
    where: { cartId: cart.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { quantity: true, variant: { select: lineSelect(cart.id, currency) } },
  });
  if (items.length === 0) return null;

  const lines = items.map(({ quantity, variant }) => lineOf(variant, { quantity, currency, t }));
  const goodsMinor = lines.reduce((sum, { total }) => sum + (total?.minor ?? 0), 0);
  return {
    lines,
    itemCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: money(goodsMinor, currency),
    freeShipping: await missingForFreeShipping(money(goodsMinor, currency), t.locale),
    canCheckOut: lines.every(({ problem }) => problem === null),
  };
}

const optionsSchema = z.record(z.string(), z.string());

type Context = { quantity: number; currency: Currency; t: Words };

function lineOf(variant: LineVariant, { quantity, currency, t }: Context): CartLineView {
  const { id, title, product, images, prices } = variant;
  const price = product.status === "live" ? prices[0] : undefined;
  const unitPrice = price ? money(toMinor(price.amountMinor), currency) : null;
  const before = price?.compareAtMinor ?? null;
  const most = maxQuantity(variant);
  return {
    variantId: id,
    title: product.title,
    variantTitle: variantTitleIn(title, translationOf(product.translations, t.locale)),
    href: variantHref(product.slug, optionsSchema.parse(variant.options)),
    imageUrl: (images[0] ?? product.images[0])?.url ?? null,
    quantity,
    unitPrice,
    compareAt: before === null ? null : money(toMinor(before), currency),
    total: unitPrice && money(unitPrice.minor * quantity, currency),
    maxQuantity: most,
    problem: problemOf(variant, { quantity, most, priced: unitPrice !== null, currency, t }),
  };
}

function problemOf(
  variant: LineVariant,
  { quantity, most, priced, currency, t }: Context & { most: number; priced: boolean },
) {
  const name = nameOf(variant);
  if (variant.product.status !== "live") return t("notForSale", { name });
  if (!priced) return t("noPrice", { name, currency });
  if (most === 0) return t("hasSoldOut", { name });
  return most >= quantity ? null : t("onlyLeft", { count: most });
}

async function missingForFreeShipping(
  goods: Money,
  locale: Locale,
): Promise<CartView["freeShipping"]> {
  const free = await findFreeShipping(goods.currency, locale);
  if (free === null) return null;
  const missing = money(Math.max(0, free.from.minor - goods.minor), goods.currency);
  return { rateName: free.rateName, missing };
}

/** The rate that costs nothing first, and from which amount of goods. Null: none ever does. */
export async function findFreeShipping(currency: Currency, locale: Locale) {
  const db = await database();
  const rows = await db.$queryRaw<{ name: string; from: bigint }[]>`
    SELECT COALESCE(r.translations #>> ARRAY[${locale}, 'name'], r.name) AS name, p.free_from_minor AS "from"
    FROM shipping_rate_prices p JOIN shipping_rates r ON r.id = p.rate_id
    WHERE p.currency = ${currency} AND r.active AND p.free_from_minor IS NOT NULL
    ORDER BY p.free_from_minor, r.position
    LIMIT 1`;
  const row = rows[0];
  return row ? { rateName: row.name, from: money(toMinor(row.from), currency) } : null;
}
