import { z } from "zod";
import { addItems } from "@/lib/cart/named/add-items";
import { removePromotion } from "@/lib/cart/named/change-items";
import { setDraftGiftCard } from "@/lib/checkout/drafts/draft-gift-card";
import { openDraftOrder } from "@/lib/checkout/drafts/open-draft-order";
import { draftClientSchema } from "@/lib/checkout/drafts/draft-order";
import { writeDraftOrder, type DraftChange } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { findGiftCard } from "@/lib/gift-cards/find";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { Caller } from "../auth";
import { notFound } from "../errors";
import { markets } from "../markets";
import { write } from "../protocol/resource";
import { emailOf, knownCustomer } from "./customers";
import { requireOpenOrder } from "./open-order";
import { chooseMethod } from "./payment-method";
import { addressesOf, addressTriggers } from "./order-addresses";
import { maybeTo, text, url } from "./parts";
import { pullTriggers, triggers } from "./order-triggers";

const attributes = {
  customer_email: z
    .union([z.email("must be a valid email format").max(200), z.literal("")])
    .nullish(),
  language_code: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
    .nullish(),
  coupon_code: text(100).nullish(),
  gift_card_code: text(100).nullish(),
  gift_card_or_coupon_code: text(100).nullish(),
  cart_url: url,
  return_url: url,
  terms_url: url,
  privacy_url: url,
  guest: z.literal(true).nullish(),
  autorefresh: z.literal(true).nullish(),
  place_async: z.literal(false).nullish(),
};

const relationships = {
  customer: maybeTo("customers"),
  shipping_address: maybeTo("addresses"),
  billing_address: maybeTo("addresses"),
  payment_method: maybeTo("payment_methods"),
};

const createBody = z.object({
  attributes: z.strictObject(attributes),
  relationships: z.strictObject({ market: maybeTo("markets"), ...relationships }),
});

const updateBody = z.object({
  attributes: z.strictObject({ ...attributes, ...addressTriggers, ...triggers }),
  relationships: z.strictObject(relationships),
});

type Update = z.infer<typeof updateBody>;

export const createOrder = write(createBody, async ({ caller, data }) => {
  const { market, ...rest } = data.relationships;
  const { id } = await openDraftOrder({
    currency: currencyFor(market, caller),
    locale: data.attributes.language_code ?? "en",
    channel: "commerce_layer",
    actor: caller.actor,
    shopperId: caller.customer?.shopperId,
  });
  // What a customer begins is theirs, whatever else it says.
  const attributes = {
    ...data.attributes,
    ...(caller.customer && { customer_email: caller.customer.email }),
  };
  await fill({ orderId: id, caller, data: { attributes, relationships: rest } });
  return id;
});

/** First what the order says, then what is to happen with it. */
export const updateOrder = write(updateBody, async ({ id, caller, data }) => {
  await fill({ orderId: id, caller, data });
  await pullTriggers({ orderId: id, caller, asked: data.attributes });
  return id;
});

/** The market that was named, else the one that the token is for. @throws RequestError 404 */
function currencyFor(marketId: string | undefined, { currencies }: Caller): Currency {
  const allowed = markets.filter(({ currency }) => currencies?.includes(currency) ?? true);
  const market = marketId === undefined ? allowed[0] : allowed.find(({ id }) => id === marketId);
  if (market === undefined) throw notFound("There is no such market.");
  return market.currency;
}

type Fill = { orderId: string; caller: Caller; data: Update };

async function fill({ orderId, caller, data }: Fill): Promise<void> {
  if (!asksForChange(data)) return;
  const { cartRef } = await requireOpenOrder(orderId, caller);
  const codes = await codesOf(data.attributes);
  const change = await changeOf(orderId, data, codes.coupon);
  const { actor } = caller;
  if (codes.giftCard !== undefined) {
    await setDraftGiftCard({ orderId, code: codes.giftCard || null, actor });
  }
  if (codes.coupon === undefined && Object.keys(change).length === 0) return;
  if (codes.coupon !== undefined) await changeCode(orderId, cartRef, codes.coupon || null);
  await writeDraftOrder({ orderId, actor, change });
}

/** More than that something is to happen with it. */
function asksForChange({ attributes: given, relationships: led }: Update): boolean {
  const names = Object.keys(given).filter((name) => !Object.hasOwn(triggers, name));
  return names.length + Object.keys(led).length > 0;
}

/** One field takes either: what is no gift card is a coupon. */
async function codesOf(given: Update["attributes"]) {
  const { coupon_code: coupon, gift_card_code: giftCard, gift_card_or_coupon_code: either } = given;
  if (!either) return { coupon, giftCard };
  const card = await inTransaction((tx) => findGiftCard(tx, either));
  return card === null ? { coupon: either, giftCard } : { coupon, giftCard: either };
}

async function changeOf(
  orderId: string,
  { attributes, relationships }: Update,
  coupon: string | null | undefined,
) {
  const { customer, payment_method: method } = relationships;
  const email = customer === undefined ? attributes.customer_email : await emailOf(customer);
  if (email) await knownCustomer(email);
  const addresses = await addressesOf(orderId, { attributes, relationships });
  const client: NonNullable<DraftChange["client"]> = {
    ...addresses.client,
    ...(method !== undefined && { paymentMethod: await chooseMethod(orderId, method) }),
    ...urlsOf(attributes),
    ...(coupon !== undefined && { couponCode: coupon || null }),
  };
  return {
    ...addresses.change,
    ...(email !== undefined && { email: email ?? "" }),
    ...(attributes.language_code && { locale: attributes.language_code }),
    ...(Object.keys(client).length > 0 && { client }),
  } satisfies DraftChange;
}

function urlsOf(given: Update["attributes"]) {
  return {
    ...(given.cart_url !== undefined && { cartUrl: given.cart_url || null }),
    ...(given.return_url !== undefined && { returnUrl: given.return_url || null }),
    ...(given.terms_url !== undefined && { termsUrl: given.terms_url || null }),
    ...(given.privacy_url !== undefined && { privacyUrl: given.privacy_url || null }),
  };
}

async function changeCode(orderId: string, cartRef: string, code: string | null): Promise<void> {
  const db = await database();
  const { client, currency } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { client: true, currency: true },
  });
  const before = draftClientSchema.catch({}).parse(client).couponCode;
  const cart = { ref: cartRef, currency: currencySchema.parse(currency) };
  if (before !== undefined && before !== code) await removePromotion({ ...cart, code: before });
  if (code === null || before === code) return;
  await addItems({ ...cart, items: [{ kind: "promotion", code }], allOrNothing: true });
}
