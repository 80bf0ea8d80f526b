import { z } from "zod";
import { toMinor } from "@/lib/db/minor";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { clientAddressSchema, type ClientAddress } from "@/lib/orders/client-address";
import type { ClientOrder } from "../queries/orders";
import { linePrices } from "./cart";
import { moneyJson, priceJson, timestampsJson } from "./money";

const clientSchema = z.object({
  accountId: z.string().optional(),
  memberId: z.string().optional(),
  byContact: z.boolean().optional(),
});

/** A hold that was let go leaves an order as it was before: to be paid. */
const isVoided = ({ payment, status }: ClientOrder) =>
  payment === "voided" && status !== "cancelled";

/** These clients know fewer states of payment than we do. */
const paymentWords = {
  unpaid: "unpaid",
  voided: "unpaid",
  partially_authorized: "partially_authorized",
  authorized: "authorized",
  partially_paid: "partially_paid",
  paid: "paid",
  partially_refunded: "paid",
  free: "paid",
  refunded: "refunded",
} as const satisfies Record<ClientOrder["payment"], string>;

export function orderJson(order: ClientOrder) {
  const client = clientSchema.catch({}).parse(order.client);
  const who = { name: order.name, email: order.email };
  const number = order.clientNumber ?? order.number?.toString();
  return {
    type: "order",
    id: order.id,
    status: isVoided(order) ? "incomplete" : order.status,
    payment: paymentWords[order.payment],
    shipping: order.fulfilment === "not_required" ? "unfulfilled" : order.fulfilment,
    anonymized: order.anonymizedAt !== null,
    ...(client.byContact ? { contact: who } : { customer: who }),
    shipping_address: addressJson(order.shippingAddress ?? order.billingAddress, true),
    billing_address: addressJson(order.billingAddress, false),
    ...(number !== undefined && { order_number: number }),
    ...(order.externalRef !== null && { external_ref: order.externalRef }),
    ...paymentIntent(order),
    links: {},
    meta: { display_price: orderPrices(order), timestamps: timestampsJson(order) },
    relationships: relationships(order, client),
  };
}

function paymentIntent({ payments }: ClientOrder) {
  const ref = payments.findLast(({ gatewayRef }) => gatewayRef?.startsWith("pi_"))?.gatewayRef;
  return ref ? { payment_intent_id: ref } : {};
}

function relationships(order: ClientOrder, client: z.infer<typeof clientSchema>) {
  const { accountId, memberId } = client;
  return {
    items: { data: order.lines.map(({ id }) => ({ type: "item", id })) },
    promotions: {
      data: order.redemptions.map(({ promotionId: id }) => ({ type: "promotion", id })),
    },
    custom_discounts: { data: [] },
    ...(accountId && { account: { data: { type: "account", id: accountId } } }),
    ...(memberId && { account_member: { data: { type: "account_member", id: memberId } } }),
  };
}

function orderPrices(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  const amount = (minor: number) => moneyJson(minor, currency);
  const totalMinor = toMinor(order.totalMinor);
  const taxMinor = toMinor(order.taxMinor);
  const { paidMinor, authorizedMinor } = sums(order);
  return {
    with_tax: amount(totalMinor),
    without_tax: amount(totalMinor - taxMinor),
    tax: amount(taxMinor),
    discount: amount(-toMinor(order.discountMinor)),
    without_discount: amount(totalMinor + toMinor(order.discountMinor)),
    balance_owing: amount(Math.max(0, totalMinor - paidMinor - authorizedMinor)),
    paid: amount(paidMinor),
    authorized: amount(authorizedMinor),
    shipping: amount(toMinor(order.shippingMinor)),
    shipping_discount: amount(0),
  };
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

function addressJson(stored: unknown, isShipping: boolean) {
  const address = clientAddressSchema.parse(stored);
  const [first = "", ...rest] = address.name.split(" ");
  return {
    first_name: address.firstName || first,
    last_name: address.lastName || rest.join(" "),
    company_name: address.company,
    line_1: address.line1,
    line_2: address.line2,
    city: address.city,
    postcode: address.postalCode,
    ...placeOf(address),
    country: address.country,
    ...(isShipping && { phone_number: address.phone, instructions: address.instructions }),
  };
}

/** A program gets back what it sent; the storefront knows one word for both. */
function placeOf({ county, givenRegion, region }: ClientAddress) {
  if (county !== "" || givenRegion !== "") return { county, region: givenRegion };
  return { county: region, region };
}

export function orderItemsJson(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  return order.lines.map((line) => orderItemJson(line, order, currency));
}

type Line = ClientOrder["lines"][number];

function orderItemJson(row: Line, order: ClientOrder, currency: Currency) {
  const unitPriceMinor = toMinor(row.unitPriceMinor);
  const discountMinor = toMinor(row.discountMinor);
  const valueMinor = unitPriceMinor * row.quantity;
  const line = { quantity: row.quantity, unitPriceMinor, discountMinor, valueMinor };
  return {
    type: "order_item",
    id: row.id,
    quantity: row.quantity,
    product_id: row.variantId ?? "",
    name: row.variantTitle ? `${row.title} (${row.variantTitle})` : row.title,
    sku: row.sku,
    unit_price: priceJson(unitPriceMinor, currency),
    value: priceJson(valueMinor, currency),
    ...(discountMinor > 0 && { discounts: [{ amount: priceJson(-discountMinor, currency) }] }),
    links: {},
    meta: { display_price: linePrices(line, currency), timestamps: timestampsJson(order) },
    relationships: {
      cart_item: { data: row.cartItemId ? { type: "cart_item", id: row.cartItemId } : null },
    },
    ...(row.variantId && { catalog_id: "tender", catalog_source: "pim" }),
  };
}

/** What `include` asks for, by collection. */
export function orderIncludes(orders: ClientOrder[], asked: ReadonlySet<string>) {
  return asked.has("items") ? { included: { items: orders.flatMap(orderItemsJson) } } : {};
}
