import { createHash } from "node:crypto";
import { readNamedCart, type NamedCart } from "@/lib/cart/named/view";
import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrderStatus } from "@/lib/payments/core/types";
import { cancelSuperseded } from "@/lib/orders/operations/cancel-superseded";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";
import {
  fillInClientOrder,
  writeClientOrder,
  type PlacedOrder,
  type WriteClientOrder,
} from "./write-client-order";

export type PlaceClientOrder = WriteClientOrder & {
  /** What the program calls its cart. */
  cartRef: string;
};

/**
 * Makes the order of a cart that a program fills, with everything the order needs in one request. What it
 * costs to send is said by the program, as an item or a parcel of its cart; we add nothing to its prices.
 *
 * One version of a cart makes one order: the same request sent twice gives the same order. A changed cart
 * or other addresses make a new one, and an older one that was not paid gives way: its payments are
 * closed at their gateway first, with no transaction open. Without details the order only waits for them,
 * so that its payment can begin; the next request with details says whom that order is for.
 *
 * @throws DomainError cart_empty, price_unavailable, out_of_stock; wrong_state when an older order of the
 *   cart turned out to be paid, or a code is used up
 */
export async function placeClientOrder(command: PlaceClientOrder): Promise<{ id: string }> {
  const closed = new Set<string>();
  for (;;) {
    const placed = await inTransaction((tx) => place(tx, command, closed));
    if ("id" in placed) return complete(placed, command);
    for (const orderId of placed.toClose) {
      await closeOrderPayments({ orderId, actor: command.actor });
      closed.add(orderId);
    }
  }
}

/** What costs nothing needs no payment. */
async function complete(order: PlacedOrder, command: PlaceClientOrder): Promise<{ id: string }> {
  const { id, totalMinor } = order;
  if (totalMinor === 0 && command.details !== null) {
    await completeFreeOrder({ orderId: id, actor: command.actor });
  }
  return { id };
}

type Placed = PlacedOrder | { toClose: string[] };

async function place(
  tx: Tx,
  command: PlaceClientOrder,
  closed: ReadonlySet<string>,
): Promise<Placed> {
  // The lock makes two requests queue: the second one finds the first one's order.
  const row = await lockCart(tx, command.cartRef);
  const cart = row && (await readNamedCart(tx, command.cartRef));
  if (row === null || cart === null) throw emptyCart();
  const orders = await findOrders(tx, cart);
  const known = await knownOrder(tx, { command, cart, orders, details: row.details });
  if (known !== null) return known;
  if (cart.items.length === 0) throw emptyCart();

  const older = orders.filter(({ status }) => status === "incomplete").map(({ id }) => id);
  const toClose = older.filter((id) => !closed.has(id));
  if (toClose.length > 0) return { toClose };
  for (const id of older) await cancelSuperseded(tx, id);

  // This version has made an order already, so the next one needs a version of its own.
  const isUsed = orders.some(({ cartVersion }) => cartVersion === cart.version);
  const version = isUsed ? cart.version + 1 : cart.version;
  await rememberDetails(tx, cart, { version, details: detailsHash(command) });
  return writeClientOrder(tx, command, { ...cart, version });
}

const emptyCart = () => new DomainError("cart_empty", "The cart has no items.");

type Known = {
  id: string;
  status: OrderStatus;
  cartVersion: number | null;
  client: Prisma.JsonValue;
  totalMinor: bigint;
};

function findOrders(tx: Tx, { id: cartId, version }: NamedCart): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`
    SELECT id, status::text AS status, cart_version AS "cartVersion", client,
      total_minor AS "totalMinor"
    FROM orders
    WHERE cart_id = ${cartId}::uuid AND (status = 'incomplete' OR cart_version = ${version}
      OR (status <> 'cancelled' AND client @> '{"awaitsDetails": true}'))`;
}

type Seen = {
  command: PlaceClientOrder;
  cart: NamedCart;
  orders: Known[];
  /** What this cart was checked out with last. */
  details: string | null;
};

/** The order that is asked for and is there already, with its details if they come only now. */
async function knownOrder(tx: Tx, seen: Seen): Promise<PlacedOrder | null> {
  const { command, cart, orders, details } = seen;
  const live = orders.filter(({ status }) => status !== "cancelled");
  const ofVersion = live.find(({ cartVersion }) => cartVersion === cart.version);
  const isPaid = ({ status }: Known) => status !== "incomplete";
  const waiting = live.find(
    (order) => awaitsDetails(order) && (order === ofVersion || isPaid(order)),
  );
  const placed = ({ id, totalMinor }: Known) => ({ id, totalMinor: toMinor(totalMinor) });
  if (waiting !== undefined && command.details !== null) {
    await rememberDetails(tx, cart, { version: cart.version, details: detailsHash(command) });
    await fillInClientOrder(tx, waiting, command.details);
    return placed(waiting);
  }
  if (ofVersion === undefined) return null;
  const isSame = command.details === null || details === detailsHash(command);
  return isSame ? placed(ofVersion) : null;
}

function awaitsDetails({ client }: Known): boolean {
  return typeof client === "object" && client !== null && "awaitsDetails" in client;
}

async function lockCart(tx: Tx, ref: string) {
  const rows = await tx.$queryRaw<{ details: string | null }[]>`
    SELECT checkout ->> 'clientDetails' AS details FROM carts
    WHERE ref = ${ref} AND expires_at > now() FOR UPDATE`;
  return rows[0] ?? null;
}

async function rememberDetails(
  tx: Tx,
  { id }: NamedCart,
  { version, details }: { version: number; details: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE carts SET version = ${version}, updated_at = now(),
      checkout = jsonb_set(checkout, '{clientDetails}', to_jsonb(${details}::text))
    WHERE id = ${id}::uuid`;
}

/** Tells whether a second request for the same cart asks for the same order. */
function detailsHash({ details, channel }: PlaceClientOrder): string {
  const asked = JSON.stringify({ ...details, channel });
  return createHash("sha256").update(asked).digest("base64url");
}
