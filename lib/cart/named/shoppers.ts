import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { openNamedCart, type OpenCart } from "./open";
import { readNamedCart, type NamedCart } from "./view";

/** Nobody shares a cart with more people than this. */
const most = 20;

type Keep = OpenCart & { shopperIds: string[] };

/**
 * Says whose a cart is, who finds it again on another device. It changes nothing of what is in it, so an
 * order that was made of it stays the order of what it is. Again: no error.
 * @throws DomainError not_found, currency_mismatch, amount_too_large
 */
export async function keepCartFor({ shopperIds, ...open }: Keep): Promise<NamedCart> {
  const db = await database();
  const wanted = [...new Set(shopperIds)];
  const known = await db.shopper.count({ where: { id: { in: wanted } } });
  if (known < wanted.length) throw new DomainError("not_found", "Customer not found");
  const { ref, shopperIds: before } = await openNamedCart(open);
  if (new Set([...before, ...wanted]).size > most) {
    throw new DomainError("amount_too_large", "This cart has too many customers.", { most });
  }
  await db.$executeRaw`
    INSERT INTO cart_shoppers (cart_id, shopper_id)
    SELECT c.id, s.id FROM carts c, shoppers s WHERE c.ref = ${ref} AND s.id = ANY(${wanted})
    ON CONFLICT DO NOTHING`;
  const cart = await readNamedCart(db, ref);
  if (cart === null) throw new DomainError("not_found", "Cart not found");
  return cart;
}

/** Who is not there is gone already. */
export async function dropCartFor({ ref, shopperIds }: Omit<Keep, "currency">): Promise<void> {
  const db = await database();
  await db.cartShopper.deleteMany({ where: { cart: { ref }, shopperId: { in: shopperIds } } });
}

type Page = { limit: number; offset: number };

/** The carts that are somebody's and not over, the one that changed last first. */
export async function findCartsFor(
  shopperId: string,
  { limit, offset }: Page,
): Promise<{ carts: NamedCart[]; total: number }> {
  const db = await database();
  const where = { shoppers: { some: { shopperId } }, expiresAt: { gt: new Date() } };
  const total = await db.cart.count({ where });
  const rows = await db.cart.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: limit,
    select: { ref: true },
  });
  const carts: NamedCart[] = [];
  for (const { ref } of rows) {
    const cart = await readNamedCart(db, ref);
    if (cart !== null) carts.push(cart);
  }
  return { carts, total };
}
