import type { StripeCheckoutSession, StripeError } from "@stripe/stripe-js";
import type { Api, ApiResult, FormValue } from "../../shared/api";
import type { CheckoutPage } from "../../shared/checkout-page";
import { emailOf, browserSession, savedCardOf } from "../../shared/session";
import type { FramePayment } from "../../shared/protocol";
import { createEmitter } from "../emitter";

/**
 * The one copy of a Checkout Session in the page: what the API said last, and whether the payment
 * form is complete. Every change is told to those who subscribed with `on("change")`.
 */
export type CheckoutStore = {
  load(): Promise<ApiResult<CheckoutPage>>;
  page(): CheckoutPage;
  session(): StripeCheckoutSession;
  locale(): string;
  /** Takes a newer answer of the API. */
  accept(page: CheckoutPage): void;
  setPaymentComplete(isComplete: boolean): void;
  onChange(handler: (session: StripeCheckoutSession) => void): void;
  post(path: string, params: { [key: string]: FormValue }): Promise<ApiResult<CheckoutPage>>;
  refresh(): Promise<ApiResult<CheckoutPage>>;
  framePayment(): FramePayment;
};

type Options = { api: Api; clientSecret: Promise<string>; locale: () => string };

export function createCheckoutStore({ api, clientSecret, locale }: Options): CheckoutStore {
  const { fetchPage, postPage } = pageCalls(api, clientSecret);
  const changes = createEmitter();
  let current: CheckoutPage | null = null;
  let isPaymentComplete = false;
  let loading: Promise<ApiResult<CheckoutPage>> | null = null;

  const store: CheckoutStore = {
    load: () => (loading ??= load()),
    page() {
      if (current === null) throw new Error("The Checkout Session has not been loaded.");
      return current;
    },
    session: () => browserSession(store.page(), { isPaymentComplete, locale: locale() }),
    locale,
    accept(page) {
      current = page;
      changes.emit("change", store.session());
    },
    setPaymentComplete(isComplete) {
      if (isComplete === isPaymentComplete) return;
      isPaymentComplete = isComplete;
      if (current !== null) changes.emit("change", store.session());
    },
    onChange: (handler) => changes.on("change", handler),
    post: async (path, params) => accepted(await postPage(path, params)),
    refresh: async () => accepted(await fetchPage()),
    framePayment: () => framePaymentOf(store.page(), store.session()),
  };

  function accepted(result: ApiResult<CheckoutPage>): ApiResult<CheckoutPage> {
    if (!result.error) store.accept(result.value);
    return result;
  }

  async function load(): Promise<ApiResult<CheckoutPage>> {
    try {
      const result = await fetchPage();
      if (!result.error) current = result.value;
      return result;
    } catch (error) {
      return { error: { type: "invalid_request_error", message: messageOf(error) } };
    }
  }

  return store;
}

function pageCalls(api: Api, clientSecret: Promise<string>) {
  return {
    async fetchPage(): Promise<ApiResult<CheckoutPage>> {
      const { id, secret } = splitSecret(await clientSecret);
      return api.get<CheckoutPage>(`/v1/payment_pages/${id}`, { client_secret: secret });
    },
    async postPage(path: string, params: { [key: string]: FormValue }) {
      const { id, secret } = splitSecret(await clientSecret);
      const url = `/v1/payment_pages/${id}${path}`;
      return api.post<CheckoutPage>(url, { client_secret: secret, ...params });
    },
  };
}

function splitSecret(secret: string): { id: string; secret: string } {
  const [id = "", rest] = secret.split("_secret_");
  if (!id.startsWith("cs_") || rest === undefined) {
    throw new Error(`The client secret is not one of a Checkout Session: ${secret.slice(0, 12)}…`);
  }
  return { id, secret };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function errorMessage(error: StripeError): string {
  return error.message ?? "Something went wrong. Please try again.";
}

function framePaymentOf(
  page: CheckoutPage,
  { billingAddress: billing, shippingAddress: shipping }: StripeCheckoutSession,
): FramePayment {
  const { session, merchant } = page;
  const savedOptions = session.saved_payment_method_options;
  return {
    mode: session.mode === "setup" ? "setup" : "payment",
    amount: session.amount_total,
    currency: session.currency,
    merchantName: merchant.display_name,
    methodTypes: page.payment_method_types,
    savedCards: page.saved_payment_methods
      .flatMap(savedCardOf)
      .map(({ id, card }) => ({ id, ...card })),
    canRemoveSavedCards: savedOptions?.payment_method_remove === "enabled",
    offersSaving: savedOptions?.payment_method_save === "enabled",
    email: emailOf(session),
    country: session.customer_details?.address?.country ?? null,
    billing,
    shipping,
  };
}
