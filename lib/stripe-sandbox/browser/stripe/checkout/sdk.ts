import type {
  Appearance,
  StripeCheckoutElementsSdkOptions,
  StripeCheckoutLoadActionsSuccess,
  StripeCheckoutSession,
} from "@stripe/stripe-js";
import type { FrameFont } from "../../shared/protocol";
import type { StripeContext } from "../context";
import { checkoutActions } from "./actions";
import { createCheckoutElements, type CheckoutElements } from "./elements";
import { createCheckoutStore, errorMessage } from "./store";

/** `stripe.initCheckoutElementsSdk`: synchronous, while the session is fetched in the background. */
export function initCheckoutElementsSdk(
  context: StripeContext,
  options: StripeCheckoutElementsSdkOptions,
) {
  const { origin, api, locale } = context;
  const clientSecret = Promise.resolve(options.clientSecret);
  const store = createCheckoutStore({ api, clientSecret, locale: () => locale });
  const elements = createCheckoutElements(context, store, {
    appearance: options.elementsOptions?.appearance ?? {},
    fonts: [...(options.elementsOptions?.fonts ?? [])],
  });
  const { collect, validate } = elements;
  const actions = checkoutActions({ origin, store, collect, validate });
  void store.load();

  return {
    on(event: "change", handler: (session: StripeCheckoutSession) => void) {
      if (event === "change") store.onChange(handler);
    },
    async loadActions() {
      const result = await store.load();
      if (result.error) {
        const error = { message: errorMessage(result.error), code: null };
        return { type: "error" as const, error };
      }
      await applyDefaults(actions, options.defaultValues);
      return { type: "success" as const, actions };
    },
    changeAppearance: (appearance: Appearance) => elements.setAppearance(appearance),
    loadFonts: (fonts: FrameFont[]) => elements.addFonts(fonts),
    ...elementMethods(elements),
  };
}

function elementMethods({ create, get }: CheckoutElements) {
  return {
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

async function applyDefaults(
  actions: StripeCheckoutLoadActionsSuccess,
  defaults: StripeCheckoutElementsSdkOptions["defaultValues"],
): Promise<void> {
  const session = actions.getSession();
  if (session.status.type !== "open") return;
  if (defaults?.email && session.email === null) await actions.updateEmail(defaults.email);
  if (defaults?.phoneNumber && session.phoneNumber === null) {
    await actions.updatePhoneNumber(defaults.phoneNumber);
  }
  if (defaults?.shippingAddress && session.shippingAddress === null) {
    await actions.updateShippingAddress(defaults.shippingAddress);
  }
  if (defaults?.billingAddress && session.billingAddress === null) {
    await actions.updateBillingAddress(defaults.billingAddress);
  }
}
