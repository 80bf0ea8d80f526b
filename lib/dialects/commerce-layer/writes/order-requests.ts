import { z } from "zod";
import type { DraftChange } from "@/lib/checkout/drafts/write-draft-order";
import { addressTriggers } from "./order-addresses";
import { triggers } from "./order-triggers";
import { maybeTo, text, toOrNone, url } from "./parts";

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
  shipping_country_code_lock: z
    .union([z.string().regex(/^[A-Z]{2}$/, "is not a country code"), z.literal("")])
    .nullish(),
  expires_at: z.iso.datetime({ offset: true, error: "is not a time" }).nullish(),
  expiration_info: z.record(z.string(), z.json()).nullish(),
  guest: z.literal(true).nullish(),
  autorefresh: z.literal(true).nullish(),
  place_async: z.literal(false).nullish(),
};

const relationships = {
  market: maybeTo("markets"),
  customer: maybeTo("customers"),
  shipping_address: maybeTo("addresses"),
  billing_address: maybeTo("addresses"),
  payment_method: toOrNone("payment_methods"),
  payment_source: toOrNone("stripe_payments", "wire_transfers"),
};

export const createBody = z.object({
  attributes: z.strictObject(attributes),
  relationships: z.strictObject(relationships),
});

export const updateBody = z.object({
  attributes: z.strictObject({ ...attributes, ...addressTriggers, ...triggers }),
  relationships: z.strictObject(relationships),
});

export type OrderUpdate = z.infer<typeof updateBody>;

/** More than that something is to happen with it. */
export function asksForChange({ attributes: given, relationships: led }: OrderUpdate): boolean {
  const names = Object.keys(given).filter((name) => !Object.hasOwn(triggers, name));
  return names.length + Object.keys(led).length > 0;
}

type Client = NonNullable<DraftChange["client"]>;

/** What is kept as it was said; nothing, or an empty text, takes it away again. */
export function saidOf(given: OrderUpdate["attributes"]): Client {
  const { expires_at: expiresAt } = given;
  return {
    ...(given.cart_url !== undefined && { cartUrl: given.cart_url || null }),
    ...(given.return_url !== undefined && { returnUrl: given.return_url || null }),
    ...(given.terms_url !== undefined && { termsUrl: given.terms_url || null }),
    ...(given.privacy_url !== undefined && { privacyUrl: given.privacy_url || null }),
    ...(given.shipping_country_code_lock !== undefined && {
      shippingCountryLock: given.shipping_country_code_lock || null,
    }),
    ...(expiresAt !== undefined && {
      expiresAt: expiresAt && new Date(expiresAt).toISOString(),
    }),
    ...(given.expiration_info !== undefined && { expirationInfo: given.expiration_info }),
  };
}
