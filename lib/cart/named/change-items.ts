import { z } from "zod";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { maxQuantityPerItem, setProductQuantity } from "./add-items";
import { keepWithItems, type Kept } from "./extras/keep";
import { changeNamedCart, emptyCart, type OpenCart, type OpenedCart } from "./open";
import type { NamedCart } from "./view";

export type ItemChange = Kept & {
  id: string;
  /** 0 takes it out; left out: as many as there are. */
  quantity?: number | undefined;
};

/** All of the changes, or none of them. @throws DomainError not_found, out_of_stock */
export async function changeItems(
  command: OpenCart & { changes: ItemChange[] },
): Promise<NamedCart> {
  const { cart } = await changeNamedCart(command, async (tx, opened) => {
    for (const change of command.changes) await changeItem(tx, opened, change);
    await keepWithItems(tx, opened, new Map(command.changes.map((change) => [change.id, change])));
  });
  return cart;
}

async function changeItem(tx: Tx, cart: OpenedCart, change: ItemChange): Promise<void> {
  const { id, quantity } = change;
  if (quantity === 0) return removeFrom(tx, cart, id);
  requireId(id);
  const where = { id, cartId: cart.id };
  if (quantity === undefined) return requireInCart(tx, where);
  const item = await tx.cartItem.findFirst({ where, select: { variantId: true } });
  if (item !== null) return setProductQuantity(tx, cart, { ...item, id, quantity });
  if (quantity > maxQuantityPerItem) {
    throw new DomainError("invalid_input", `An item is at most ${maxQuantityPerItem} of a thing`);
  }
  const { count } = await tx.cartCustomItem.updateMany({ where, data: { quantity } });
  if (count === 0) throw notInCart(id);
}

/** A product, a custom item, or a promotion by its id. @throws DomainError not_found */
export async function removeItem(command: OpenCart & { itemId: string }): Promise<NamedCart> {
  const { cart } = await changeNamedCart(command, (tx, opened) =>
    removeFrom(tx, opened, command.itemId),
  );
  return cart;
}

async function removeFrom(tx: Tx, { id: cartId }: OpenedCart, id: string): Promise<void> {
  requireId(id);
  const where = { id, cartId };
  const counts = [
    await tx.cartItem.deleteMany({ where }),
    await tx.cartCustomItem.deleteMany({ where }),
    await tx.cartPromotion.deleteMany({ where: { promotionId: id, cartId } }),
  ];
  if (counts.every(({ count }) => count === 0)) throw notInCart(id);
}

/** @throws DomainError not_found when the code was not entered for this cart */
export async function removePromotion(command: OpenCart & { code: string }): Promise<NamedCart> {
  const { cart } = await changeNamedCart(command, async (tx, { id: cartId }) => {
    const code = command.code.trim().toUpperCase();
    const { count } = await tx.cartPromotion.deleteMany({ where: { cartId, promotion: { code } } });
    if (count === 0) {
      throw new DomainError("not_found", "The code was not entered for this cart", { code });
    }
  });
  return cart;
}

export async function clearCart(command: OpenCart): Promise<NamedCart> {
  const { cart } = await changeNamedCart(command, (tx, { id }) => emptyCart(tx, id));
  return cart;
}

async function requireInCart(tx: Tx, where: { id: string; cartId: string }): Promise<void> {
  if ((await tx.cartItem.count({ where })) > 0) return;
  if ((await tx.cartCustomItem.count({ where })) === 0) throw notInCart(where.id);
}

function requireId(id: string): void {
  if (!z.uuid().safeParse(id).success) throw notInCart(id);
}

const notInCart = (id: string) =>
  new DomainError("not_found", "Item was not found in the cart", {
    what: "CartItem",
    id: id.slice(0, 100),
  });
