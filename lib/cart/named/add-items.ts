import { z } from "zod";
import { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { findPromotion } from "@/lib/promotions/store";
import { whyIdle } from "@/lib/promotions/discounts";
import { idleWords } from "@/lib/promotions/idle-words";
import { keepWithItems, type Kept } from "./extras/keep";
import { changeNamedCart, type OpenCart, type OpenedCart } from "./open";
import { readNamedCart, type NamedCart } from "./view";

/** No line holds more: a slip of the keyboard is not an order. */
export const maxQuantityPerItem = 9_999;

export type NewItem =
  | ({
      kind: "product";
      id?: string | undefined;
      sku?: string | undefined;
      quantity: number;
    } & Kept)
  | {
      kind: "custom";
      groupId?: string | undefined;
      name: string;
      sku: string;
      description: string;
      quantity: number;
      unitPriceMinor: number;
      includesTax: boolean;
      inputs: Prisma.InputJsonObject;
    }
  | { kind: "promotion"; code: string };

export type AddItems = OpenCart & {
  items: NewItem[];
  /** False: what can be added is added, and the rest is reported. */
  allOrNothing: boolean;
};

/**
 * Puts things into a cart; a product that is there already adds up.
 * @throws DomainError not_found, out_of_stock, price_unavailable, wrong_state, currency_mismatch
 */
export async function addItems(
  command: AddItems,
): Promise<{ cart: NamedCart; refused: DomainError[] }> {
  const { cart, result } = await changeNamedCart(command, async (tx, opened) => {
    const refused: DomainError[] = [];
    const kept = new Map<string, Kept>();
    for (const item of command.items) {
      try {
        const itemId = await addItem(tx, opened, item);
        if (itemId !== null) kept.set(itemId, keptOf(item));
      } catch (error) {
        // Each item is checked before it is written, so the ones before it can stay.
        if (command.allOrNothing || !(error instanceof DomainError)) throw error;
        refused.push(error);
      }
    }
    await keepWithItems(tx, opened, kept);
    return refused;
  });
  return { cart, refused: result };
}

function keptOf(item: NewItem): Kept {
  if (item.kind === "promotion") return {};
  return item.kind === "product"
    ? { inputs: item.inputs, groupId: item.groupId }
    : { groupId: item.groupId };
}

/** The item's id; null: it is no item of its own. */
async function addItem(tx: Tx, cart: OpenedCart, item: NewItem): Promise<string | null> {
  switch (item.kind) {
    case "product":
      return addProduct(tx, cart, item);
    case "promotion":
      await applyPromotion(tx, cart, item.code);
      return null;
    case "custom": {
      const { kind: _kind, groupId: _groupId, unitPriceMinor, ...data } = item;
      const { id } = await tx.cartCustomItem.create({
        data: { ...data, cartId: cart.id, unitPriceMinor: BigInt(unitPriceMinor) },
        select: { id: true },
      });
      return id;
    }
  }
}

type Wanted = { id?: string | undefined; sku?: string | undefined };

async function addProduct(
  tx: Tx,
  cart: OpenedCart,
  item: Wanted & { quantity: number },
): Promise<string> {
  const variant = await requireVariant(tx, cart, item);
  const quantity = variant.inCart + item.quantity;
  requireStock(variant, quantity);
  const now = new Date();
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO cart_items (id, cart_id, variant_id, quantity, created_at, updated_at)
    VALUES (${newId()}::uuid, ${cart.id}::uuid, ${variant.id}::uuid, ${quantity}, ${now}, ${now})
    ON CONFLICT (cart_id, variant_id)
    DO UPDATE SET quantity = EXCLUDED.quantity, updated_at = EXCLUDED.updated_at
    RETURNING id`;
  if (row === undefined) throw new Error("The item was not written.");
  return row.id;
}

type Variant = {
  id: string;
  sku: string;
  title: string;
  hasPrice: boolean;
  /** What this cart can have; null: as many as it likes. */
  available: number | null;
  inCart: number;
};

/** By its id, its SKU, or the id of a product that is sold in one form only. */
async function requireVariant(tx: Tx, cart: OpenedCart, wanted: Wanted): Promise<Variant> {
  const { id, sku } = wanted;
  const found = await findVariants(tx, cart, wanted);
  const variant = found.length === 1 ? found[0] : found.find((candidate) => candidate.id === id);
  if (variant === undefined) {
    throw new DomainError("not_found", "The requested product could not be found", {
      what: "Product",
      id: id ?? sku ?? null,
    });
  }
  if (variant.hasPrice) return variant;
  const message = `${variant.title} has no price in ${cart.currency}`;
  throw new DomainError("price_unavailable", message, { id: variant.id, sku: variant.sku });
}

/** An open order of this very cart holds stock for it already, so what it holds is added back. */
async function findVariants(tx: Tx, cart: OpenedCart, { id, sku }: Wanted): Promise<Variant[]> {
  if (sku === undefined && !z.uuid().safeParse(id).success) return [];
  const which =
    sku === undefined
      ? Prisma.sql`(v.id = ${id}::uuid OR v.product_id = ${id}::uuid)`
      : Prisma.sql`v.sku = ${sku}`;
  return tx.$queryRaw<Variant[]>`
    SELECT v.id, v.sku, p.title,
      EXISTS (SELECT 1 FROM prices WHERE variant_id = v.id AND currency = ${cart.currency})
        AS "hasPrice",
      CASE WHEN v.manages_stock THEN greatest(0, coalesce(s.on_hand - s.reserved, 0) + coalesce((
        SELECT sum(r.quantity) FROM stock_reservations r JOIN orders o ON o.id = r.order_id
        WHERE r.variant_id = v.id AND r.status = 'held'
          AND o.cart_id = ${cart.id}::uuid AND o.status = 'incomplete'
      ), 0))::int END AS available,
      coalesce((
        SELECT quantity FROM cart_items WHERE cart_id = ${cart.id}::uuid AND variant_id = v.id
      ), 0) AS "inCart"
    FROM variants v JOIN products p ON p.id = v.product_id
    LEFT JOIN stock_items s ON s.variant_id = v.id
    WHERE ${which} AND p.status = 'live' LIMIT 100`;
}

function requireStock(variant: Variant, quantity: number): void {
  const { id, sku, title, available } = variant;
  if (quantity <= Math.min(available ?? maxQuantityPerItem, maxQuantityPerItem)) return;
  const message = `There is not enough stock to add ${title} to your cart`;
  throw new DomainError("out_of_stock", message, { id, sku, available });
}

/** Sets the quantity of a product that is in the cart. @throws DomainError out_of_stock */
export async function setProductQuantity(
  tx: Tx,
  cart: OpenedCart,
  item: { id: string; variantId: string; quantity: number },
): Promise<void> {
  const variant = await requireVariant(tx, cart, { id: item.variantId });
  requireStock(variant, item.quantity);
  await tx.cartItem.update({ where: { id: item.id }, data: { quantity: item.quantity } });
}

/** A code that takes nothing off this cart now is refused, so that nobody waits for it to. */
async function applyPromotion(tx: Tx, cart: OpenedCart, code: string): Promise<void> {
  const promotion = await findPromotion(tx, code);
  const view = await readNamedCart(tx, cart.ref);
  const lines = (view?.pricing.lines ?? []).filter(({ isGoods }) => isGoods);
  const basket = { currency: cart.currency, lines, now: new Date() };
  const why = promotion && whyIdle(promotion, basket);
  if (promotion === null || why !== null) {
    const message = why === null ? "There is no such code." : idleWords(why);
    throw new DomainError("wrong_state", message, { what: "Promotion", code });
  }
  const key = { cartId: cart.id, promotionId: promotion.id };
  await tx.cartPromotion.upsert({
    where: { cartId_promotionId: key },
    create: key,
    update: {},
  });
}
