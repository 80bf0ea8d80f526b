import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import type { ClientOrder } from "../queries/orders";
import { orderAddressJson } from "./address";
import { discountJson, groupJson, taxJson } from "./extras";
import { moneyJson, timestampsJson } from "./money";
import { clientOf } from "./order-client";
import { orderItemsJson } from "./order-item";
import { stateOf } from "./order-state";

export function orderJson(order: ClientOrder) {
  const client = clientOf(order);
  const who = { name: order.name, email: order.email };
  const number = order.clientNumber ?? order.number?.toString();
  return {
    type: "order",
    id: order.id,
    ...stateOf(order),
    shipping: order.fulfilment === "not_required" ? "unfulfilled" : order.fulfilment,
    anonymized: order.anonymizedAt !== null,
    ...(client.byContact ? { contact: who } : { customer: who }),
    shipping_address: orderAddressJson(order.shippingAddress ?? order.billingAddress, true),
    billing_address: orderAddressJson(order.billingAddress, false),
    ...(number !== undefined && { order_number: number }),
    ...(order.externalRef !== null && { external_ref: order.externalRef }),
    ...paymentIntent(order),
    links: {},
    meta: { display_price: orderPrices(order), timestamps: timestampsJson(order) },
    relationships: relationships(order, client),
  };
}

function paymentIntent({ payments }: ClientOrder) {
  // One that was refused pays for nothing.
  const counts = payments.filter((one) => one.authorizedMinor > 0n || one.transactions.length > 0);
  const ref = counts.findLast(({ gatewayRef }) => gatewayRef?.startsWith("pi_"))?.gatewayRef;
  return ref ? { payment_intent_id: ref } : {};
}

function relationships(order: ClientOrder, client: ReturnType<typeof clientOf>) {
  const { accountId, memberId, said } = client;
  const customerId = order.anonymizedAt === null ? order.shopperId : null;
  return {
    items: { data: order.lines.map(({ id }) => ({ type: "item", id })) },
    promotions: {
      data: order.redemptions.map(({ promotionId: id }) => ({ type: "promotion", id })),
    },
    custom_discounts: {
      data: (said?.discounts ?? []).map(({ id }) => ({ type: "custom_discount", id })),
    },
    ...(said &&
      said.groups.length > 0 && {
        shipping_groups: { data: said.groups.map(({ id }) => ({ type: "shipping_group", id })) },
      }),
    ...(customerId && { customer: { data: { type: "customer", id: customerId } } }),
    ...(accountId && { account: { data: { type: "account", id: accountId } } }),
    ...(memberId && { account_member: { data: { type: "account_member", id: memberId } } }),
  };
}

function orderPrices(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  const amount = (minor: number) => moneyJson(minor, currency);
  const totalMinor = toMinor(order.totalMinor);
  const taxMinor = taxOf(order);
  const { paidMinor, authorizedMinor } = sums(order);
  const owedMinor = order.isSettled ? 0 : totalMinor - paidMinor - authorizedMinor;
  return {
    with_tax: amount(totalMinor),
    without_tax: amount(totalMinor - taxMinor),
    tax: amount(taxMinor),
    discount: amount(-toMinor(order.discountMinor)),
    without_discount: amount(totalMinor + toMinor(order.discountMinor)),
    balance_owing: amount(Math.max(0, owedMinor)),
    paid: amount(paidMinor),
    authorized: amount(authorizedMinor),
    shipping: amount(toMinor(order.shippingMinor)),
    shipping_discount: amount(0),
  };
}

/** Where a program said several taxes, some may be in the prices and some on top. */
function taxOf(order: ClientOrder): number {
  const { said } = clientOf(order);
  if (said === undefined || said.taxes.length === 0) return toMinor(order.taxMinor);
  return said.taxes.reduce((sum, { takenMinor }) => sum + takenMinor, 0);
}

/** What is on its way counts too, so that nobody asks for it a second time. */
function sums({ payments }: ClientOrder): { paidMinor: number; authorizedMinor: number } {
  let [paidMinor, authorizedMinor] = [0, 0];
  for (const payment of payments) {
    const pending = payment.transactions
      .filter(({ kind }) => kind === "purchase" || kind === "authorize")
      .reduce((sum, { amountMinor }) => sum + toMinor(amountMinor), 0);
    const captured = toMinor(payment.capturedMinor);
    paidMinor += captured + (payment.method === "purchase" ? pending : 0);
    authorizedMinor +=
      toMinor(payment.authorizedMinor) -
      captured -
      toMinor(payment.voidedMinor) +
      (payment.method === "authorize" ? pending : 0);
  }
  return { paidMinor, authorizedMinor };
}

/** What `include` asks for, by collection. */
export function orderIncludes(orders: ClientOrder[], asked: ReadonlySet<string>) {
  const included = {
    ...(asked.has("items") && { items: orders.flatMap(orderItemsJson) }),
    ...(asked.has("tax_items") && { tax_items: orders.flatMap((order) => taxesOf(order)) }),
    ...(asked.has("custom_discounts") && { custom_discounts: orders.flatMap(discountsOf) }),
  };
  return Object.keys(included).length > 0 ? { included } : {};
}

const taxesOf = (order: ClientOrder) => (clientOf(order).said?.taxes ?? []).map(taxJson);

function discountsOf(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  return (clientOf(order).said?.discounts ?? []).map((one) => discountJson(one, currency));
}

/** The parcels of an order, as its program said them in the cart. */
export function orderGroupsJson(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  const { groups = [], itemGroups = {} } = clientOf(order).said ?? {};
  return groups.map((group) => {
    const itemIds = order.lines
      .filter(({ cartItemId }) => cartItemId !== null && itemGroups[cartItemId] === group.id)
      .map(({ id }) => id);
    return groupJson(group, currency, { orderId: order.id, itemIds });
  });
}
