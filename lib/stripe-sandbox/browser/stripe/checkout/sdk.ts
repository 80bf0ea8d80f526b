import type {
  Appearance,
  StripeCheckoutElementsSdkOptions,
  StripeCheckoutLoadActionsSuccess,
  StripeCheckoutSession,
  StripeError,
} from "@stripe/stripe-js";
import type { FrameFont } from "../../shared/protocol";
import {
  createElement,
  type ElementContext,
  type ElementInside,
  type SandboxElement,
} from "../element";
import { elementKinds, type ElementType } from "../element-kinds";
import { insideOf } from "../element";
import { IntegrationError } from "../integration-error";
import type { StripeContext } from "../context";
import { expressPayment } from "../express-payments";
import { checkoutActions } from "./actions";
import type { Collected } from "./confirm";
import { createCheckoutStore, errorMessage, type CheckoutStore } from "./store";
import { onCheckoutElementEvent, payWithWallet } from "./element-events";

/** `stripe.initCheckoutElementsSdk`: synchronous, while the session is fetched in the background. */
export function initCheckoutElementsSdk(
  context: StripeContext,
  options: StripeCheckoutElementsSdkOptions,
) {
  const { origin, api, locale } = context;
  const clientSecret = Promise.resolve(options.clientSecret);
  const store = createCheckoutStore({ api, clientSecret, locale: () => locale });
  let appearance: Appearance = options.elementsOptions?.appearance ?? {};
  let fonts: FrameFont[] = [...(options.elementsOptions?.fonts ?? [])];
  const elements = new Map<ElementType, SandboxElement>();
  const loaded = store.load();
  let actions: StripeCheckoutLoadActionsSuccess | null = null;

  const elementContext: ElementContext = {
    ...context,
    locale: () => locale,
    appearance: () => appearance,
    fonts: () => fonts,
    group: `g${Math.random().toString(36).slice(2)}`,
    async payment() {
      const result = await loaded;
      if (result.error) throw new Error(errorMessage(result.error));
      return store.framePayment();
    },
    onEvent(inside, name, payload) {
      if (name === "walletclick") void payWithWallet(elementContext, store, inside);
      else onCheckoutElementEvent(store, inside, name, payload);
    },
  };
  store.onChange(() => {
    for (const inside of insides(elements)) inside.updateFrame({ payment: store.framePayment() });
  });

  const create = (type: ElementType, given: object = {}): SandboxElement => {
    if (elements.has(type)) {
      throw new IntegrationError(
        `A ${type} Element already exists for this checkout; use it or destroy it first.`,
      );
    }
    const element = createElement(elementKinds[type], given, elementContext);
    elements.set(type, element);
    insideOf(element)?.events.on("destroyed", () => {
      elements.delete(type);
      if (type === "payment") store.setPaymentComplete(false);
    });
    return element;
  };
  const get = (type: ElementType): SandboxElement | null => elements.get(type) ?? null;

  return {
    on(event: "change", handler: (session: StripeCheckoutSession) => void) {
      if (event === "change") store.onChange(handler);
    },
    async loadActions() {
      const result = await loaded;
      if (result.error) {
        const error = { message: errorMessage(result.error), code: null };
        return { type: "error" as const, error };
      }
      actions ??= checkoutActions({
        origin,
        store,
        collect: (args) => collect(elements, store, args),
        validate: () => validatePayment(elements),
      });
      await applyDefaults(actions, options.defaultValues);
      return { type: "success" as const, actions };
    },
    changeAppearance(next: Appearance) {
      appearance = next;
      for (const inside of insides(elements)) inside.updateFrame({ appearance });
    },
    loadFonts(next: FrameFont[]) {
      fonts = [...fonts, ...next];
      for (const inside of insides(elements)) inside.updateFrame({ fonts: next });
    },
    createPaymentElement: (given?: object) => create("payment", given),
    createShippingAddressElement: (given?: object) =>
      create("shippingAddress", { ...given, mode: "shipping" }),
    createBillingAddressElement: (given?: object) =>
      create("billingAddress", { ...given, mode: "billing" }),
    createExpressCheckoutElement: (given?: object) => create("expressCheckout", given),
    createCurrencySelectorElement: () => create("currencySelector"),
    createContactDetailsElement: (given?: object) => create("contactDetails", given),
    createTaxIdElement: (given?: object) => create("taxId", given),
    createTermsElement: (given?: object) => create("terms", given),
    createLinkSignupElement: (given?: object) => create("linkSignup", given),
    createForm: (given?: object) => create("payment", given),
    getPaymentElement: () => get("payment"),
    getShippingAddressElement: () => get("shippingAddress"),
    getBillingAddressElement: () => get("billingAddress"),
    getExpressCheckoutElement: () => get("expressCheckout"),
    getCurrencySelectorElement: () => get("currencySelector"),
    getContactDetailsElement: () => get("contactDetails"),
    getTaxIdElement: () => get("taxId"),
    getTermsElement: () => get("terms"),
    getLinkSignupElement: () => get("linkSignup"),
    getForm: () => get("payment"),
  };
}

function insides(elements: ReadonlyMap<ElementType, SandboxElement>): ElementInside[] {
  return [...elements.values()].flatMap((element) => insideOf(element) ?? []);
}

async function validatePayment(elements: ReadonlyMap<ElementType, SandboxElement>) {
  const answer = await insideOf(elements.get("payment"))?.call("validate");
  if (answer?.error === undefined) return null;
  return { element: "payment" as const, message: errorMessage(answer.error) };
}

async function collect(
  elements: ReadonlyMap<ElementType, SandboxElement>,
  store: CheckoutStore,
  args: Parameters<StripeCheckoutLoadActionsSuccess["confirm"]>[0] = {},
): Promise<Collected | { error: StripeError }> {
  const wallet = expressPayment(args.expressCheckoutConfirmEvent);
  if (wallet !== null) return { paymentMethod: wallet.paymentMethod };
  const inside = insideOf(elements.get("payment"));
  if (inside === null || !inside.isMounted) {
    const message = "A mounted Payment Element is needed to confirm this checkout.";
    return { error: { type: "invalid_request_error", message } };
  }
  const session = store.session();
  const contact = args.billingAddress ?? session.billingAddress ?? session.shippingAddress;
  const answer = await inside.call("createPaymentMethod", {
    billing_details: {
      name: contact?.name ?? undefined,
      email: args.email ?? session.email ?? undefined,
      phone: args.phoneNumber ?? session.phoneNumber ?? undefined,
      address: contact?.address ?? undefined,
    },
  });
  return answer.error ? { error: answer.error } : collectedOf(answer.value);
}

/** Reads the frame's answer: `{paymentMethod: {id}, save?, options?}`. */
export function collectedOf(value: unknown): Collected {
  const { paymentMethod, save, options } = Object(value);
  return {
    paymentMethod: String(paymentMethod.id),
    object: paymentMethod,
    save: save === true,
    options: options ?? undefined,
  };
}

async function applyDefaults(
  actions: StripeCheckoutLoadActionsSuccess,
  defaults: StripeCheckoutElementsSdkOptions["defaultValues"],
): Promise<void> {
  const session = actions.getSession();
  if (defaults?.email && session.email === null) await actions.updateEmail(defaults.email);
  if (defaults?.phoneNumber) await actions.updatePhoneNumber(defaults.phoneNumber);
  if (defaults?.shippingAddress && session.shippingAddress === null) {
    await actions.updateShippingAddress(defaults.shippingAddress);
  }
  if (defaults?.billingAddress && session.billingAddress === null) {
    await actions.updateBillingAddress(defaults.billingAddress);
  }
}
