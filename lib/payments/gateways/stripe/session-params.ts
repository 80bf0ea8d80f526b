import type Stripe from "stripe";
import { env } from "@/lib/env";
import type { PageRequest, TransactionRequest } from "@/lib/payments/core/types";
import type { Ask, OrderDetails } from "@/lib/payments/gateways/gateway";
import { sessionLines, type SessionLine } from "./session-lines";
import { SEVERAL_CAPTURES } from "./snapshot";

type Params = Stripe.Checkout.SessionCreateParams;
type LineItem = Stripe.Checkout.SessionCreateParams.LineItem;
type Branding = Stripe.Checkout.SessionCreateParams.BrandingSettings;
type Locale = Stripe.Checkout.SessionCreateParams.Locale;

/**
 * A payment's Checkout Session. All of it comes from what is stored with the payment, so the same
 * question asked again is the same question, whatever the settings have become since.
 */
export function sessionParams({ transaction, payment }: Ask, order: OrderDetails): Params {
  const metadata = {
    order_id: payment.orderId,
    payment_id: payment.id,
    transaction_id: transaction.id,
  };
  const { request } = transaction;
  const page = request.page ?? {};
  const manual = payment.method === "authorize";
  const agreed = page.keepCard === "agreed" && { setup_future_usage: "off_session" as const };
  return {
    mode: "payment",
    ...pageParams(payment.collectedBy, request, order.locale),
    line_items: lineItems(order, {
      amountMinor: transaction.amountMinor,
      prices: page.prices,
      currency: payment.currency.toLowerCase(),
    }),
    ...customerParams(request, order.email),
    ...(page.methods?.length && { allowed_payment_method_types: page.methods }),
    client_reference_id: payment.orderId,
    metadata,
    payment_intent_data: { metadata, ...(manual && { capture_method: "manual" }), ...agreed },
    ...(manual &&
      request.severalCaptures !== false && { payment_method_options: SEVERAL_CAPTURES }),
    ...(payment.sessionExpiresAt && {
      expires_at: Math.floor(payment.sessionExpiresAt.getTime() / 1000),
    }),
  };
}

type Sold = { amountMinor: number; prices: PageRequest["prices"]; currency: string };

/** The whole list, for a new session or in place of another one's. */
export function lineItems(order: OrderDetails, { amountMinor, prices, currency }: Sold) {
  return sessionLines(order, amountMinor, prices).map((line) => lineItem(line, currency));
}

function lineItem(line: SessionLine, currency: string): LineItem {
  const { name, imageUrl, quantity, unitMinor, priceRef } = line;
  if (priceRef !== null) return { quantity, price: priceRef };
  const product_data = { name, ...images(imageUrl) };
  return { quantity, price_data: { currency, unit_amount: unitMinor, product_data } };
}

/** Somebody whom Stripe knows by our id sees their own cards; others are known by their address only. */
function customerParams({ customerRef, page }: TransactionRequest, email: string): Partial<Params> {
  if (customerRef === undefined) return { customer_email: email };
  if (page?.keepCard === undefined) return { customer: customerRef };
  // Who has agreed already on our page is not asked again on Stripe's.
  const asks = page.keepCard === "offered" && ({ payment_method_save: "enabled" } as const);
  return {
    customer: customerRef,
    saved_payment_method_options: {
      payment_method_remove: "enabled",
      allow_redisplay_filters: ["always", "limited"],
      ...asks,
    },
  };
}

function pageParams(
  collectedBy: string,
  { returnUrl = "", cancelUrl, page = {} }: TransactionRequest,
  locale: string,
): Partial<Params> {
  switch (collectedBy) {
    case "hosted":
      return {
        ui_mode: "hosted_page",
        success_url: returnUrl,
        ...(cancelUrl && { cancel_url: cancelUrl }),
        ...lookParams(page, locale),
      };
    case "embedded":
      return { ui_mode: "embedded_page", return_url: returnUrl, ...lookParams(page, locale) };
    default:
      // Fields in our own page have its look and its words; Stripe refuses both for them.
      return { ui_mode: "elements", return_url: returnUrl };
  }
}

function lookParams({ branding, texts }: PageRequest, locale: string): Partial<Params> {
  const custom_text = {
    ...(texts?.submit && { submit: { message: texts.submit } }),
    ...(texts?.afterSubmit && { after_submit: { message: texts.afterSubmit } }),
    ...(texts?.shippingAddress && { shipping_address: { message: texts.shippingAddress } }),
  };
  const branding_settings: Branding = {
    ...(branding?.name && { display_name: branding.name }),
    ...(branding?.buttonColor && { button_color: branding.buttonColor }),
    ...(branding?.backgroundColor && { background_color: branding.backgroundColor }),
    ...(branding?.logoUrl && { logo: { type: "url" as const, url: branding.logoUrl } }),
  };
  return {
    locale: stripeLocale(locale),
    ...(Object.keys(custom_text).length > 0 && { custom_text }),
    ...(Object.keys(branding_settings).length > 0 && { branding_settings }),
  };
}

const regional: readonly string[] = ["en-GB", "es-419", "fr-CA", "pt-BR", "zh-HK", "zh-TW"];
const languages: readonly string[] = ["de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv"];

/** The language of the order, where Stripe has it; else the browser's. */
export function stripeLocale(tag: string): Locale {
  if (regional.includes(tag)) return tag;
  const language = tag.split("-")[0] ?? "";
  return languages.includes(language) ? language : "auto";
}

/** Stripe fetches pictures itself, so only those at a public address are of use to it. */
function images(url: string | null): { images?: string[] } {
  if (url === null) return {};
  const { href, protocol } = new URL(url, env().storeUrl);
  return protocol === "https:" ? { images: [href] } : {};
}
