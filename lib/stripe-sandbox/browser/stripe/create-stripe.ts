import { createApi } from "../shared/api";
import type { StripeContext } from "./context";
import { initCheckoutElementsSdk } from "./checkout/sdk";
import { IntegrationError } from "./integration-error";

/** `Stripe(publishableKey, options)`. All methods are own properties of a plain object. */
export function createStripe(origin: string, publishableKey: unknown, options: unknown) {
  const context = readContext(origin, publishableKey, options);
  const wrappers: unknown[] = [];
  return {
    _registerWrapper: (wrapper: unknown) => void wrappers.push(wrapper),
    registerAppInfo: (wrapper: unknown) => void wrappers.push(wrapper),
    initCheckoutElementsSdk: (given: Parameters<typeof initCheckoutElementsSdk>[1]) =>
      initCheckoutElementsSdk(context, given),
    elements: () => undefined,
    createToken: () => undefined,
    createPaymentMethod: () => undefined,
    confirmCardPayment: () => undefined,
  };
}

function readContext(origin: string, publishableKey: unknown, options: unknown): StripeContext {
  if (typeof publishableKey !== "string" || publishableKey.trim() === "") {
    throw new IntegrationError(
      "Missing value for Stripe(): apiKey should be a string. Please pass your publishable key.",
    );
  }
  if (publishableKey.startsWith("sk_")) {
    throw new IntegrationError(
      "You should not use your secret key with Stripe.js. Please pass a publishable key instead.",
    );
  }
  if (publishableKey.startsWith("pk_live")) {
    throw new IntegrationError(
      "The sandbox takes test keys only: pass a key that begins with pk_test_.",
    );
  }
  const { stripeAccount, locale } = Object(options);
  const account = typeof stripeAccount === "string" ? stripeAccount : undefined;
  return {
    origin,
    publishableKey,
    stripeAccount: account,
    locale: typeof locale === "string" ? locale : "auto",
    api: createApi({ origin, publishableKey, stripeAccount: account }),
  };
}
