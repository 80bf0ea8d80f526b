import { database } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { currencySchema, shopCurrencies, type Currency } from "@/lib/money/currency";
import { readNamedCart, type NamedCart } from "./view";

/** Programs are told this: a cart ends so long after its last change. */
export const namedCartLifetimeMs = 7 * 24 * 60 * 60 * 1000;

export type OpenCart = {
  /** What the program calls it. */
  ref: string;
  /** What prices are asked in; null: whatever the cart has. */
  currency: Currency | null;
};

export type OpenedCart = { id: string; ref: string; currency: Currency };

const expiry = () => new Date(Date.now() + namedCartLifetimeMs);

/**
 * The cart of that name, which is made where there is none: asking for a cart is how programs begin one.
 * @throws DomainError currency_mismatch
 */
export async function openNamedCart(open: OpenCart): Promise<NamedCart> {
  const db = await database();
  const known = await readNamedCart(db, open.ref);
  if (known !== null && (open.currency ?? known.currency) === known.currency) return known;
  // One that nobody has had before needs neither a lock nor a new version.
  const id = known === null ? await insert(db, open.ref, firstCurrency(open.currency)) : null;
  const begun = id !== null ? await readNamedCart(db, open.ref) : null;
  return begun ?? (await changeNamedCart(open, () => Promise.resolve(null))).cart;
}

const firstCurrency = (asked: Currency | null): Currency => asked ?? shopCurrencies[0];

/**
 * Opens the cart with its row locked, lets `work` change it, and gives it as it is then. Every change
 * makes a new version: an order that was made of the version before is an order of something else.
 * @throws DomainError currency_mismatch, and whatever `work` throws; then nothing has changed.
 */
export async function changeNamedCart<T>(
  { ref, currency }: OpenCart,
  work: (tx: Tx, cart: OpenedCart) => Promise<T>,
): Promise<{ result: T; cart: NamedCart }> {
  return inTransaction(async (tx) => {
    const opened = await lockOrCreate(tx, ref, currency);
    const result = await work(tx, opened);
    await tx.$executeRaw`
      UPDATE carts SET version = version + 1, expires_at = ${expiry()}, updated_at = now()
      WHERE id = ${opened.id}::uuid`;
    const cart = await readNamedCart(tx, ref);
    if (cart === null) throw new Error(`The cart ${ref} is gone within its own transaction.`);
    return { result, cart };
  });
}

type Locked = { id: string; currency: string; over: boolean };

async function lockOrCreate(tx: Tx, ref: string, asked: Currency | null): Promise<OpenedCart> {
  const row = (await lock(tx, ref)) ?? (await create(tx, ref, firstCurrency(asked)));
  if (row.over) await startOver(tx, row.id);
  const before = currencySchema.parse(row.currency);
  const currency = asked ?? before;
  if (currency !== before) {
    if (!row.over) await requireNoFixedPrices(tx, row.id, before);
    await tx.cart.update({ where: { id: row.id }, data: { currency } });
  }
  return { id: row.id, ref, currency };
}

async function lock(tx: Tx, ref: string): Promise<Locked | null> {
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT id, currency, expires_at <= now() AS "over" FROM carts WHERE ref = ${ref} FOR UPDATE`;
  return rows[0] ?? null;
}

/** Of two requests that begin the same cart one makes it, and the other waits and finds it. */
async function create(tx: Tx, ref: string, currency: Currency): Promise<Locked> {
  const id = await insert(tx, ref, currency);
  const row = id === null ? await lock(tx, ref) : { id, currency, over: false };
  if (row === null) throw new Error(`The cart ${ref} was not made.`);
  return row;
}

/** The new cart's id; null: there is one of that name already. */
async function insert(tx: Tx, ref: string, currency: Currency): Promise<string | null> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO carts (id, ref, currency, expires_at, updated_at)
    VALUES (${newId()}::uuid, ${ref}, ${currency}, ${expiry()}, now()) ON CONFLICT (ref) DO NOTHING
    RETURNING id`;
  return made?.id ?? null;
}

/** Its time was over: whoever opens it again begins an empty one. */
async function startOver(tx: Tx, cartId: string): Promise<void> {
  await emptyCart(tx, cartId);
  await tx.cartShopper.deleteMany({ where: { cartId } });
  await tx.cart.update({ where: { id: cartId }, data: { label: {}, checkout: {} } });
}

export async function emptyCart(tx: Tx, cartId: string): Promise<void> {
  await tx.cartItem.deleteMany({ where: { cartId } });
  await tx.cartCustomItem.deleteMany({ where: { cartId } });
  await tx.cartPromotion.deleteMany({ where: { cartId } });
}

/** A custom item has one price, in the currency in which it was added. */
async function requireNoFixedPrices(tx: Tx, cartId: string, currency: Currency): Promise<void> {
  if ((await tx.cartCustomItem.count({ where: { cartId } })) === 0) return;
  const message = `This cart has custom items that are priced in ${currency}.`;
  throw new DomainError("currency_mismatch", message, { currency });
}
