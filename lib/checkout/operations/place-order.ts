import { lockCart } from "@/lib/cart/store";
import { database } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { localeOfTag } from "@/lib/i18n/locales";
import { newId, newToken } from "@/lib/ids";
import { reserveStock } from "@/lib/inventory/reservations";
import { cancelSuperseded } from "@/lib/orders/operations/cancel-superseded";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { redeemPromotions } from "@/lib/promotions/uses";
import { findShippingRates } from "@/lib/shipping/rates";
import { findTaxRules, type TaxRules } from "@/lib/tax/rates";
import { readCart, type CheckoutCart, type PricedLine } from "../cart";
import { findOrderTax } from "../find-tax";
import { holdUntil } from "../hold";
import { planOrder, type OrderPlan } from "../plan-order";
import { parcelOf } from "../price-cart";

export type PlaceOrder = {
  cartRef: string;
  /** Which door it came through: storefront, elastic_path, commerce_layer, register. */
  channel: string;
  locale: string;
  /** What the goods cost on the page that the shopper just sent, in minor units. */
  seenGoodsMinor?: number;
  /** The account that orders; guests have none. */
  shopperId?: string | null;
};

/** `quoted`: the tax that was asked for elsewhere; null: own rates count. */
type Placing = PlaceOrder & { quoted: TaxRules | null };

export type PlacedOrder = { id: string; accessToken: string; isFree: boolean };

/**
 * Makes the order of a cart, with the prices, the totals and the stock of this very moment. However
 * often and from how many tabs it is called, one version of a cart makes one order. An older order of
 * the cart that was not paid gives way: its payment pages are closed at the gateway first, because
 * no database transaction may wait for a gateway, and its stock passes to the new order within one.
 *
 * @throws DomainError cart_empty, invalid_input, price_unavailable, shipping_unavailable,
 * out_of_stock, cart_changed, gateway_down when Stripe Tax is silent; wrong_state when an older order of the cart turned out to be paid, or a
 * code was used up a moment ago.
 */
export async function placeOrder(command: PlaceOrder): Promise<PlacedOrder> {
  for (;;) {
    const closed = await closeOlderOrders(command.cartRef);
    // Stripe Tax is asked before the transaction, which prices with its answer only what it was about.
    const quoted = await findOrderTax(command.cartRef);
    const placed = await inTransaction((tx) => place(tx, { ...command, quoted }, closed));
    // Null: another tab placed an order meanwhile, whose payment pages must be closed first.
    if (placed !== null) return placed;
  }
}

/** Closes what may still be paid for other versions of the cart, and says which orders those are. */
async function closeOlderOrders(ref: string): Promise<ReadonlySet<string>> {
  const db = await database();
  const cart = await db.cart.findUnique({
    where: { ref },
    select: {
      version: true,
      orders: { where: { status: "incomplete" }, select: { id: true, cartVersion: true } },
    },
  });
  const older = cart?.orders.filter(({ cartVersion }) => cartVersion !== cart.version) ?? [];
  for (const { id } of older) await closeOrderPayments({ orderId: id, actor: "shopper" });
  return new Set(older.map(({ id }) => id));
}

async function place(
  tx: Tx,
  command: Placing,
  closed: ReadonlySet<string>,
): Promise<PlacedOrder | null> {
  // The lock makes tabs queue: the second one finds the first one's order.
  const known = await lockCart(tx, command.cartRef);
  const cart = known && (await readCart(tx, command.cartRef, localeOfTag(command.locale)));
  if (cart === null) throw new DomainError("cart_empty", "Your bag is empty.");

  const same = await tx.order.findFirst({
    where: { cartId: cart.id, cartVersion: cart.version },
    select: { id: true, accessToken: true, status: true, totalMinor: true },
  });
  if (same !== null && same.status !== "cancelled") {
    return { id: same.id, accessToken: same.accessToken, isFree: same.totalMinor === 0n };
  }
  const older = await tx.order.findMany({
    where: { cartId: cart.id, status: "incomplete" },
    select: {
      id: true,
      cartVersion: true,
      amendments: { where: { status: "pending" }, select: { id: true } },
    },
  });
  // What is changing in place is settled by closing it, and may be this very version's order then.
  const isChanging = older.some(({ cartVersion, amendments }) => {
    return amendments.length > 0 || cartVersion === cart.version;
  });
  if (isChanging || older.some(({ id }) => !closed.has(id))) return null;
  for (const { id } of older) await cancelSuperseded(tx, id);

  const version = same === null ? cart.version : await nextVersion(tx, cart.id);
  return writeOrder(tx, command, { ...cart, version });
}

/** This version made an order that was cancelled: the next order needs a version of its own. */
async function nextVersion(tx: Tx, cartId: string): Promise<number> {
  const { version } = await tx.cart.update({
    where: { id: cartId },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

async function writeOrder(tx: Tx, command: Placing, cart: CheckoutCart): Promise<PlacedOrder> {
  const { shipping } = cart.draft;
  const rates = await findShippingRates(tx, parcelOf(cart, shipping));
  const tax = command.quoted ?? (await findTaxRules(tx, shipping));
  const { seenGoodsMinor } = command;
  const plan = planOrder(cart, { rates, tax, now: new Date(), seenGoodsMinor });
  const order = { id: newId(), accessToken: newToken() };
  const { channel, locale, shopperId = null } = command;
  await tx.order.create({
    data: {
      ...order,
      channel,
      locale,
      shopperId,
      cartId: cart.id,
      cartVersion: cart.version,
      ...row(plan),
    },
  });
  await tx.orderLine.createMany({ data: plan.goods.map(lineRow(order.id, plan)) });
  const { email, promotions } = plan;
  await redeemPromotions(tx, { orderId: order.id, email, promotions });
  await keepGiftCards(tx, order.id, plan);
  await tx.orderEvent.create({
    data: {
      orderId: order.id,
      kind: "order_created",
      actor: "shopper",
      message: "The shopper went on to payment.",
    },
  });
  await reserveStock(tx, order.id, plan.goods, holdUntil(new Date()));
  return { ...order, isFree: plan.totalMinor === 0 };
}

function row(plan: OrderPlan) {
  const { currency, email, phone, shippingAddress, billingAddress, rate } = plan;
  return {
    currency,
    email,
    phone,
    name: shippingAddress.name,
    shippingAddress,
    billingAddress,
    shippingRateCode: rate.code,
    shippingName: rate.name,
    subtotalMinor: plan.subtotalMinor,
    discountMinor: plan.discountMinor,
    shippingMinor: plan.shippingMinor,
    taxMinor: plan.taxMinor,
    taxIncluded: plan.taxIncluded,
    taxLines: plan.taxLines,
    totalMinor: plan.totalMinor,
  };
}

/** What they pay is decided when they are asked: until then somebody else may spend from them. */
async function keepGiftCards(tx: Tx, orderId: string, { giftCards }: OrderPlan): Promise<void> {
  const used = giftCards.filter(({ amountMinor }) => amountMinor > 0);
  if (used.length === 0) return;
  await tx.orderGiftCard.createMany({
    data: used.map(({ id: giftCardId }, position) => ({ orderId, giftCardId, position })),
  });
}

const lineRow = (orderId: string, plan: OrderPlan) => (line: PricedLine, position: number) => ({
  orderId,
  position,
  variantId: line.variantId,
  sku: line.sku,
  title: line.title,
  variantTitle: line.variantTitle,
  imageUrl: line.imageUrl,
  quantity: line.quantity,
  unitPriceMinor: line.unitPriceMinor,
  totalMinor: line.unitPriceMinor * line.quantity,
  ...plan.lines[position],
});
