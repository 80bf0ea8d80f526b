import { addItems } from "@/lib/cart/named/add-items";
import { removePromotion } from "@/lib/cart/named/change-items";
import { setDraftGiftCard } from "@/lib/checkout/drafts/draft-gift-card";
import {
  dropDraftOrder,
  keepDraftOrder,
  openDraftOrder,
} from "@/lib/checkout/drafts/open-draft-order";
import { readDraftClient } from "@/lib/checkout/drafts/draft-order";
import { writeDraftOrder, type DraftChange } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { findGiftCard } from "@/lib/gift-cards/find";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { Caller } from "../auth";
import { invalid, notFound, unauthorized } from "../errors";
import { markets } from "../markets";
import { write } from "../protocol/resource";
import { emailOf, knownCustomer } from "./customers";
import { requireOpenOrder } from "./open-order";
import { chooseMethod, useSource } from "./payment-method";
import { addressesOf } from "./order-addresses";
import { asksForChange, createBody, saidOf, updateBody, type OrderUpdate } from "./order-requests";
import { pullTriggers } from "./order-triggers";

export const createOrder = write(createBody, async ({ caller, data }) => {
  requireAllowed(caller, data);
  const { market, ...rest } = data.relationships;
  const { id } = await openDraftOrder({
    currency: currencyFor(market, caller),
    locale: data.attributes.language_code ?? "en",
    channel: "commerce_layer",
    shopperId: caller.customer?.shopperId,
  });
  // What a customer begins is theirs, whatever else it says.
  const attributes = {
    ...data.attributes,
    ...(caller.customer && { customer_email: caller.customer.email }),
  };
  try {
    await fill({ orderId: id, caller, data: { attributes, relationships: rest } });
  } catch (error) {
    // What was refused leaves nothing behind.
    await dropDraftOrder({ orderId: id });
    throw error;
  }
  await keepDraftOrder({ orderId: id, actor: caller.actor });
  return id;
});

/** First what the order says, then what is to happen with it. */
export const updateOrder = write(updateBody, async ({ id, caller, data }) => {
  requireAllowed(caller, data);
  await fill({ orderId: id, caller, data });
  await pullTriggers({ orderId: id, caller, asked: data.attributes });
  return id;
});

/** How long an order stays a draft is no sales channel's to say. @throws RequestError 401 */
function requireAllowed({ rights }: Caller, { attributes }: OrderUpdate): void {
  const isAsked = attributes.expires_at ?? attributes.expiration_info;
  if (rights === "shopper" && isAsked) throw unauthorized();
}

/** The market that was named, else the one that the token is for. @throws RequestError 404 */
function currencyFor(marketId: string | undefined, { currencies }: Caller): Currency {
  const allowed = markets.filter(({ currency }) => currencies?.includes(currency) ?? true);
  const market = marketId === undefined ? allowed[0] : allowed.find(({ id }) => id === marketId);
  if (market === undefined) throw notFound("There is no such market.");
  return market.currency;
}

type Fill = { orderId: string; caller: Caller; data: OrderUpdate };

async function fill({ orderId, caller, data }: Fill): Promise<void> {
  if (!asksForChange(data)) return;
  const { cartRef, currency } = await requireOpenOrder(orderId, caller);
  requireSameMarket(currency, data.relationships.market);
  const codes = await codesOf(data.attributes);
  const change = await changeOf(orderId, data, codes.coupon);
  const { actor } = caller;
  const { payment_source: source } = data.relationships;
  if (source !== undefined) await useSource(orderId, source, actor);
  if (codes.giftCard !== undefined) {
    await setDraftGiftCard({ orderId, code: codes.giftCard || null, actor });
  }
  if (codes.coupon === undefined && Object.keys(change).length === 0) return;
  if (codes.coupon !== undefined) await changeCode(orderId, cartRef, codes.coupon || null);
  await writeDraftOrder({ orderId, actor, change });
}

/** What is in it is priced in its market's currency. @throws RequestError 422 */
function requireSameMarket(currency: Currency, marketId: string | undefined): void {
  const market = markets.find(({ id }) => id === marketId);
  if (marketId === undefined || market?.currency === currency) return;
  throw invalid("market", "cannot be changed", "not_supported");
}

/** One field takes either: what is no gift card is a coupon. */
async function codesOf(given: OrderUpdate["attributes"]) {
  const { coupon_code: coupon, gift_card_code: giftCard, gift_card_or_coupon_code: either } = given;
  if (!either) return { coupon, giftCard };
  const card = await inTransaction((tx) => findGiftCard(tx, either));
  return card === null ? { coupon: either, giftCard } : { coupon, giftCard: either };
}

async function changeOf(
  orderId: string,
  { attributes, relationships }: OrderUpdate,
  coupon: string | null | undefined,
) {
  const { customer, payment_method: method } = relationships;
  const email = customer === undefined ? attributes.customer_email : await emailOf(customer);
  if (email) await knownCustomer(email);
  const addresses = await addressesOf(orderId, { attributes, relationships });
  const client: NonNullable<DraftChange["client"]> = {
    ...addresses.client,
    ...(method !== undefined && { paymentMethod: await chooseMethod(orderId, method) }),
    ...saidOf(attributes),
    ...(coupon !== undefined && { couponCode: coupon || null }),
  };
  return {
    ...addresses.change,
    ...(email !== undefined && { email: email ?? "" }),
    ...(attributes.language_code && { locale: attributes.language_code }),
    ...(Object.keys(client).length > 0 && { client }),
  } satisfies DraftChange;
}

async function changeCode(orderId: string, cartRef: string, code: string | null): Promise<void> {
  const db = await database();
  const { client, currency } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { client: true, currency: true },
  });
  const before = readDraftClient(client).couponCode;
  const cart = { ref: cartRef, currency: currencySchema.parse(currency) };
  if (before !== undefined && before !== code) await removePromotion({ ...cart, code: before });
  if (code === null || before === code) return;
  await addItems({ ...cart, items: [{ kind: "promotion", code }], allOrNothing: true });
}
