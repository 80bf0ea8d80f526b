import { translationOf, variantTitleIn } from "@/lib/catalog/translations";
import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { findCartGiftCards } from "@/lib/gift-cards/entered";
import type { GiftCardFacts } from "@/lib/gift-cards/find";
import type { Locale } from "@/lib/i18n/locales";
import { availableQuantity } from "@/lib/inventory/available";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { PromotionFacts } from "@/lib/promotions/discounts";
import { findCartPromotions } from "@/lib/promotions/store";
import { readDraft, type CheckoutDraft } from "./draft";

export type CheckoutLine = {
  variantId: string;
  productId: string;
  categoryId: string;
  /** Of one. */
  weightGrams: number;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  /** Null: it is not sold any more, or not in the cart's currency. */
  unitPriceMinor: number | null;
  /** The one that the shopper was shown last; null: none was. */
  seenPriceMinor: number | null;
  /** What this cart can still have, its own reservations included; null: as many as it likes. */
  availableQuantity: number | null;
};

export type PricedLine = CheckoutLine & { unitPriceMinor: number };

export type CheckoutCart = {
  id: string;
  version: number;
  currency: Currency;
  draft: CheckoutDraft;
  /** Whose words its lines are in; absent: as the merchant wrote them. */
  locale?: Locale | undefined;
  lines: CheckoutLine[];
  /** The codes that were entered, with their limits as they stand. */
  promotions: PromotionFacts[];
  giftCards: GiftCardFacts[];
};

/** The cart with today's prices and stock: what checkout shows, and what an order is made of. */
export async function readCart(tx: Tx, ref: string, locale?: Locale): Promise<CheckoutCart | null> {
  const cart = await tx.cart.findUnique({
    where: { ref },
    select: { id: true, version: true, currency: true, checkout: true },
  });
  if (cart === null) return null;
  const items = await tx.cartItem.findMany({
    where: { cartId: cart.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: itemSelect(cart.id, cart.currency),
  });
  const draft = readDraft(cart.checkout);
  return {
    id: cart.id,
    version: cart.version,
    currency: currencySchema.parse(cart.currency),
    draft,
    locale,
    lines: items.map((item) => lineOf(item, locale)),
    promotions: await findCartPromotions(tx, cart.id, draft.email),
    giftCards: await findCartGiftCards(tx, cart.id),
  };
}

function itemSelect(cartId: string, currency: string) {
  const image = { orderBy: { position: "asc" }, take: 1, select: { url: true } } as const;
  return {
    quantity: true,
    seenPriceMinor: true,
    variant: {
      select: {
        id: true,
        sku: true,
        title: true,
        weightGrams: true,
        managesStock: true,
        images: image,
        prices: { where: { currency }, select: { amountMinor: true } },
        stock: { select: { onHand: true, reserved: true } },
        // An open order of this very cart holds stock for this very shopper.
        reservations: {
          where: { status: "held", order: { cartId, status: "incomplete" } },
          select: { quantity: true },
        },
        product: {
          select: {
            id: true,
            categoryId: true,
            title: true,
            status: true,
            translations: true,
            images: image,
          },
        },
      },
    },
  } as const satisfies Prisma.CartItemSelect;
}

type Item = Prisma.CartItemGetPayload<{ select: ReturnType<typeof itemSelect> }>;

function lineOf({ quantity, seenPriceMinor, variant }: Item, locale?: Locale): CheckoutLine {
  const { product, title } = variant;
  const own = translationOf(product.translations, locale);
  const price = product.status === "live" ? variant.prices[0] : undefined;
  const held = variant.reservations.reduce((sum, { quantity: count }) => sum + count, 0);
  return {
    variantId: variant.id,
    productId: product.id,
    categoryId: product.categoryId,
    weightGrams: variant.weightGrams,
    sku: variant.sku,
    title: product.title,
    variantTitle: variantTitleIn(title, own),
    imageUrl: (variant.images[0] ?? product.images[0])?.url ?? null,
    quantity,
    unitPriceMinor: price === undefined ? null : toMinor(price.amountMinor),
    seenPriceMinor: seenPriceMinor === null ? null : toMinor(seenPriceMinor),
    availableQuantity: availableQuantity(variant, held),
  };
}

export const nameOf = ({ title, variantTitle }: Pick<CheckoutLine, "title" | "variantTitle">) =>
  variantTitle ? `${title} (${variantTitle})` : title;

export type LineTrouble = { is: "gone" } | { is: "sold_out" } | { is: "short"; left: number };

/** What keeps a line from being bought; null when nothing does. */
export function lineTrouble(line: CheckoutLine): LineTrouble | null {
  const { quantity, unitPriceMinor, availableQuantity } = line;
  if (unitPriceMinor === null) return { is: "gone" };
  if (availableQuantity === null || availableQuantity >= quantity) return null;
  return availableQuantity === 0 ? { is: "sold_out" } : { is: "short", left: availableQuantity };
}

/** The same in English, for programs. */
export function lineProblem(line: CheckoutLine): string | null {
  const trouble = lineTrouble(line);
  switch (trouble?.is) {
    case undefined:
      return null;
    case "gone":
      return `${nameOf(line)} is not for sale any more.`;
    case "sold_out":
      return `${nameOf(line)} is sold out.`;
    case "short": {
      const left = trouble.left === 1 ? "only 1 is left" : `only ${trouble.left} are left`;
      return `You have ${line.quantity} of ${nameOf(line)}, but ${left}.`;
    }
  }
}

export function isPriced(line: CheckoutLine): line is PricedLine {
  return line.unitPriceMinor !== null;
}
