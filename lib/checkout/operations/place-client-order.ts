import { createHash } from "node:crypto";
import { readNamedCart, type NamedCart, type NamedItem } from "@/lib/cart/named/view";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { reserveStock } from "@/lib/inventory/reservations";
import type { ClientAddress } from "@/lib/orders/client-address";
import { cancelSuperseded } from "@/lib/orders/operations/cancel-superseded";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";
import { redeemPromotions } from "@/lib/promotions/store";
import { holdUntil } from "../hold";

export type PlaceClientOrder = {
  /** What the program calls its cart. */
  cartRef: string;
  /** Which door it came through: elastic_path, commerce_layer. */
  channel: string;
  actor: string;
  email: string;
  name: string;
  billingAddress: ClientAddress;
  /** Null: nothing is sent. */
  shippingAddress: ClientAddress | null;
  clientNumber?: string | undefined;
  externalRef?: string | undefined;
  client?: { accountId?: string; memberId?: string; byContact?: boolean };
};

/**
 * Makes the order of a cart that a program fills, with everything the order needs in one request. What it
 * costs to send is an item of the cart where the program wants it; we add nothing to its prices.
 *
 * One version of a cart makes one order: the same request sent twice gives the same order. A changed cart
 * or other addresses make a new one, and an older one that was not paid gives way: its payments are
 * closed at their gateway first, with no transaction open.
 *
 * @throws DomainError cart_empty, price_unavailable, out_of_stock; wrong_state when an older order of the
 *   cart turned out to be paid, or a code is used up
 */
export async function placeClientOrder(command: PlaceClientOrder): Promise<{ id: string }> {
  const closed = new Set<string>();
  for (;;) {
    const placed = await inTransaction((tx) => place(tx, command, closed));
    if ("id" in placed) return complete(placed, command.actor);
    for (const orderId of placed.toClose) {
      await closeOrderPayments({ orderId, actor: command.actor });
      closed.add(orderId);
    }
  }
}

/** What costs nothing needs no payment. */
async function complete({ id, totalMinor }: PlacedOrder, actor: string): Promise<{ id: string }> {
  if (totalMinor === 0) await completeFreeOrder({ orderId: id, actor });
  return { id };
}

type PlacedOrder = { id: string; totalMinor: number };
type Placed = PlacedOrder | { toClose: string[] };

async function place(
  tx: Tx,
  command: PlaceClientOrder,
  closed: ReadonlySet<string>,
): Promise<Placed> {
  // The lock makes two requests queue: the second one finds the first one's order.
  const row = await lockCart(tx, command.cartRef);
  const cart = row && (await readNamedCart(tx, command.cartRef));
  if (row === null || cart === null || cart.items.length === 0) {
    throw new DomainError("cart_empty", "The cart has no items.");
  }
  const details = detailsHash(command);
  const orders = await tx.order.findMany({
    where: { cartId: cart.id, OR: [{ status: "incomplete" }, { cartVersion: cart.version }] },
    select: { id: true, status: true, cartVersion: true },
  });
  const same = orders.find(({ cartVersion }) => cartVersion === cart.version);
  if (same && same.status !== "cancelled" && row.details === details) {
    return { id: same.id, totalMinor: cart.totalMinor };
  }

  const older = orders.filter(({ status }) => status === "incomplete").map(({ id }) => id);
  const toClose = older.filter((id) => !closed.has(id));
  if (toClose.length > 0) return { toClose };
  for (const id of older) await cancelSuperseded(tx, id);

  // This version has made an order already, so the next one needs a version of its own.
  const version = same === undefined ? cart.version : cart.version + 1;
  const data = { version, checkout: { clientDetails: details } };
  await tx.cart.update({ where: { id: cart.id }, data });
  return writeOrder(tx, command, { ...cart, version });
}

async function lockCart(tx: Tx, ref: string) {
  const rows = await tx.$queryRaw<{ details: string | null }[]>`
    SELECT checkout ->> 'clientDetails' AS details FROM carts
    WHERE ref = ${ref} AND expires_at > now() FOR UPDATE`;
  return rows[0] ?? null;
}

/** Tells whether a second request for the same cart asks for the same order. */
function detailsHash({ cartRef: _cartRef, actor: _actor, ...details }: PlaceClientOrder): string {
  return createHash("sha256").update(JSON.stringify(details)).digest("base64url");
}

async function writeOrder(
  tx: Tx,
  command: PlaceClientOrder,
  cart: NamedCart,
): Promise<PlacedOrder> {
  const id = newId();
  const email = command.email.toLowerCase();
  const lines = cart.items.map((item) => ({ ...item, ...priced(item) }));
  await tx.order.create({
    data: { id, accessToken: newToken(), email, ...orderRow(command, cart) },
  });
  await tx.orderLine.createMany({ data: lines.map(lineRow(id)) });
  await tx.orderEvent.create({
    data: {
      orderId: id,
      kind: "order_created",
      actor: command.actor,
      message: "A program checked out its cart.",
    },
  });
  await redeemPromotions(tx, { orderId: id, email, promotions: cart.promotions });
  const goods = lines.flatMap(({ variantId, quantity }) =>
    variantId === null ? [] : [{ variantId, quantity }],
  );
  await reserveStock(tx, id, goods, holdUntil(new Date()));
  return { id, totalMinor: cart.totalMinor };
}

function orderRow(command: PlaceClientOrder, cart: NamedCart) {
  const { billingAddress, shippingAddress, clientNumber, externalRef, client = {} } = command;
  const sent = shippingAddress ?? undefined;
  return {
    channel: command.channel,
    currency: cart.currency,
    name: command.name,
    phone: sent?.phone || billingAddress.phone || null,
    billingAddress,
    ...(sent && { shippingAddress: sent }),
    subtotalMinor: cart.goodsMinor,
    discountMinor: cart.discountMinor,
    totalMinor: cart.totalMinor,
    cartId: cart.id,
    cartVersion: cart.version,
    clientNumber: clientNumber ?? null,
    externalRef: externalRef ?? null,
    client,
  };
}

/** @throws DomainError price_unavailable */
function priced({ unitPriceMinor, name, sku }: NamedItem): { unitPriceMinor: number } {
  if (unitPriceMinor !== null) return { unitPriceMinor };
  throw new DomainError("price_unavailable", `${name} is not for sale any more.`, { sku });
}

const lineRow =
  (orderId: string) => (item: NamedItem & { unitPriceMinor: number }, position: number) => ({
    orderId,
    position,
    variantId: item.variantId,
    cartItemId: item.id,
    sku: item.sku,
    title: item.name,
    variantTitle: item.variantTitle,
    imageUrl: item.imageUrl,
    quantity: item.quantity,
    unitPriceMinor: item.unitPriceMinor,
    discountMinor: item.discountMinor,
    totalMinor: item.valueMinor - item.discountMinor,
  });
