import type { StripeCheckoutElementsSdkOptions } from "@stripe/stripe-js";
import { createApi } from "../shared/api";
import { initCheckoutElementsSdk } from "./checkout/sdk";
import type { StripeContext } from "./context";
import { createElementsGroup, type GroupOptions } from "./elements/group";
import { createEmbeddedCheckoutPage, type EmbeddedOptions } from "./embedded-checkout";
import { IntegrationError } from "./integration-error";
import { confirmElements, type ConfirmElements } from "./intents/confirm-elements";
import { handleAction, retrieveIntent, type IntentOutcome } from "./intents/confirm-intent";
import { confirmMethod } from "./intents/confirm-method";
import {
  createConfirmationToken,
  createPaymentMethod,
  createToken,
  notSimulated,
} from "./intents/create-objects";

/** `Stripe(publishableKey, options)`. All methods are own properties of a plain object. */
export function createStripe(origin: string, publishableKey: unknown, options: unknown) {
  const context = readContext(origin, publishableKey, options);
  const wrappers: unknown[] = [];
  const initSdk = (given: StripeCheckoutElementsSdkOptions) =>
    initCheckoutElementsSdk(context, given);
  const embedded = (given: EmbeddedOptions) => createEmbeddedCheckoutPage(context, given);
  return {
    _registerWrapper: (wrapper: unknown) => void wrappers.push(wrapper),
    registerAppInfo: (wrapper: unknown) => void wrappers.push(wrapper),
    elements: (given?: GroupOptions) => createElementsGroup(context, given),
    initCheckoutElementsSdk: initSdk,
    initCheckoutFormSdk: initSdk,
    createEmbeddedCheckoutPage: embedded,
    initEmbeddedCheckout: embedded,
    confirmPayment: async (given: ConfirmElements) => named(await confirmElements(context, given)),
    confirmSetup: async (given: ConfirmElements) => named(await confirmElements(context, given)),
    handleNextAction: async ({ clientSecret }: { clientSecret: string }) =>
      named(await handleAction(context, clientSecret)),
    handleCardAction: async (secret: string) => named(await handleAction(context, secret)),
    retrievePaymentIntent: async (secret: string) => named(await retrieveIntent(context, secret)),
    retrieveSetupIntent: async (secret: string) => named(await retrieveIntent(context, secret)),
    createPaymentMethod: (given: Record<string, unknown>) => createPaymentMethod(context, given),
    createToken: (kind: unknown, data?: unknown) => createToken(context, kind, data),
    createConfirmationToken: (given: Record<string, unknown>) =>
      createConfirmationToken(context, given),
    createRadarSession: async () => ({
      radarSession: { id: `rse_${Math.random().toString(36).slice(2)}` },
    }),
    ...methodConfirmations(context),
    ...outsideTheSandbox(),
  };
}

type MethodConfirmation = (
  clientSecret: string,
  data?: Record<string, unknown>,
  options?: { handleActions?: boolean },
) => Promise<ReturnType<typeof named>>;

/** `confirmCardPayment` and its relatives, by the name that Stripe.js gives each method. */
function methodConfirmations(context: StripeContext): Record<string, MethodConfirmation> & {
  confirmCardPayment: MethodConfirmation;
} {
  const confirmation =
    (type: string): MethodConfirmation =>
    async (secret, data, options) =>
      named(await confirmMethod(context, type, secret, data, options));
  const all: Record<string, MethodConfirmation> = {};
  for (const [name, type] of Object.entries(paymentNames)) {
    all[`confirm${name}Payment`] = confirmation(type);
  }
  for (const name of setupNames) {
    all[`confirm${name}Setup`] = confirmation(paymentNames[name] ?? "card");
  }
  return { ...all, confirmCardPayment: confirmation("card") };
}

const paymentNames: Readonly<Record<string, string>> = {
  Card: "card",
  AcssDebit: "acss_debit",
  Affirm: "affirm",
  AfterpayClearpay: "afterpay_clearpay",
  Alipay: "alipay",
  AmazonPay: "amazon_pay",
  AuBecsDebit: "au_becs_debit",
  BacsDebit: "bacs_debit",
  Bancontact: "bancontact",
  Billie: "billie",
  Blik: "blik",
  Boleto: "boleto",
  Cashapp: "cashapp",
  CustomerBalance: "customer_balance",
  Eps: "eps",
  Fpx: "fpx",
  Giropay: "giropay",
  GrabPay: "grabpay",
  Ideal: "ideal",
  Klarna: "klarna",
  Konbini: "konbini",
  Mobilepay: "mobilepay",
  Multibanco: "multibanco",
  Oxxo: "oxxo",
  P24: "p24",
  PayByBank: "pay_by_bank",
  PayNow: "paynow",
  PayPal: "paypal",
  Pix: "pix",
  PromptPay: "promptpay",
  SepaDebit: "sepa_debit",
  Sofort: "sofort",
  Twint: "twint",
  UsBankAccount: "us_bank_account",
  WechatPay: "wechat_pay",
};

const setupNames = (
  "Card AcssDebit AmazonPay AuBecsDebit BacsDebit Bancontact Blik Cashapp Ideal PayPal SepaDebit " +
  "Sofort UsBankAccount"
).split(" ");

/** Present, so that code which looks for them finds a function, and honest about what they do. */
function outsideTheSandbox() {
  const says = (what: string) => async () => notSimulated(what);
  return {
    verifyMicrodepositsForPayment: says("micro-deposits"),
    verifyMicrodepositsForSetup: says("micro-deposits"),
    collectBankAccountForPayment: says("Financial Connections"),
    collectBankAccountForSetup: says("Financial Connections"),
    collectBankAccountToken: says("Financial Connections"),
    collectFinancialConnectionsAccounts: says("Financial Connections"),
    verifyIdentity: says("Identity"),
    createEphemeralKeyNonce: says("Issuing"),
    processOrder: says("Orders"),
    retrieveOrder: says("Orders"),
    initializePricing: says("pricing pages"),
    paymentRequest: () => ({
      canMakePayment: async () => null,
      show: () => undefined,
      abort: () => undefined,
      update: () => undefined,
      on: () => undefined,
      off: () => undefined,
      isShowing: () => false,
    }),
  };
}

/** Stripe.js names the result after the kind of intent. */
function named(outcome: IntentOutcome) {
  if (outcome.error) return { error: outcome.error };
  const { intent } = outcome;
  return intent.object === "setup_intent" ? { setupIntent: intent } : { paymentIntent: intent };
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
  const language = typeof locale === "string" ? locale : "auto";
  return {
    origin,
    publishableKey,
    stripeAccount: account,
    locale: language,
    api: createApi({ origin, publishableKey, stripeAccount: account, locale: language }),
  };
}
