import type { Appearance, StripeCheckoutLoadActionsSuccess, StripeError } from "@stripe/stripe-js";
import type { FrameFont } from "../../shared/protocol";
import {
  createElement,
  insideOf,
  type ElementContext,
  type ElementInside,
  type SandboxElement,
} from "../element";
import { elementKinds, type ElementType } from "../element-kinds";
import { expressPayment } from "../express-payments";
import { IntegrationError } from "../integration-error";
import type { StripeContext } from "../context";
import { collectAddresses } from "./address-elements";
import type { Collected, Unfilled } from "./confirm";
import { onCheckoutElementEvent, payWithWallet } from "./element-events";
import { errorMessage, type CheckoutStore } from "./store";

type ConfirmArgs = NonNullable<Parameters<StripeCheckoutLoadActionsSuccess["confirm"]>[0]>;

/** The elements of one checkout: at most one of each type, all fed by the same session. */
export type CheckoutElements = {
  create(type: ElementType, given?: object): SandboxElement;
  get(type: ElementType): SandboxElement | null;
  setAppearance(appearance: Appearance): void;
  addFonts(fonts: FrameFont[]): void;
  /** A payment method from the wallet's event, or from the mounted payment form. */
  collect(args: ConfirmArgs): Promise<Collected | { error: StripeError }>;
  validate(): Promise<Unfilled | null>;
};

type Look = { appearance: Appearance; fonts: FrameFont[] };

export function createCheckoutElements(
  context: StripeContext,
  store: CheckoutStore,
  look: Look,
): CheckoutElements {
  const elements = new Map<ElementType, SandboxElement>();
  const insides = () => [...elements.values()].flatMap((element) => insideOf(element) ?? []);
  const elementContext = contextFor(context, store, look);
  store.onChange(() => {
    for (const inside of insides()) inside.updateFrame({ payment: store.framePayment() });
  });

  return {
    get: (type) => elements.get(type) ?? null,
    create(type, given = {}) {
      makeRoom(elements, type);
      const element = createElement(elementKinds[type], given, elementContext);
      elements.set(type, element);
      insideOf(element)?.events.on("destroyed", () => {
        elements.delete(type);
        if (type === "payment") store.setPaymentComplete(false);
      });
      return element;
    },
    setAppearance(appearance) {
      look.appearance = appearance;
      for (const inside of insides()) inside.updateFrame({ appearance });
    },
    addFonts(fonts) {
      look.fonts = [...look.fonts, ...fonts];
      for (const inside of insides()) inside.updateFrame({ fonts });
    },
    async collect(args) {
      const wallet = expressPayment(args.expressCheckoutConfirmEvent);
      if (wallet !== null) return { paymentMethod: wallet.paymentMethod };
      const addresses = await collectAddresses((type) => insideOf(elements.get(type)));
      if ("failed" in addresses) return { error: addresses.error };
      const known = { ...addresses, ...args };
      const collected = await collectFromForm(insideOf(elements.get("payment")), store, known);
      return "error" in collected ? collected : { ...collected, ...addresses };
    },
    async validate() {
      const answer = await insideOf(elements.get("payment"))?.call("validate");
      if (answer?.error) return { element: "payment", message: errorMessage(answer.error) };
      const addresses = await collectAddresses((type) => insideOf(elements.get(type)));
      if (!("failed" in addresses)) return null;
      return { element: addresses.failed, message: errorMessage(addresses.error) };
    },
  };
}

/** An element that was created and never mounted gives way; one on the page does not. */
function makeRoom(elements: ReadonlyMap<ElementType, SandboxElement>, type: ElementType): void {
  const before = elements.get(type);
  if (before === undefined) return;
  if (insideOf(before)?.isMounted) {
    throw new IntegrationError(`A ${type} Element is already mounted for this checkout.`);
  }
  before.destroy();
}

function contextFor(context: StripeContext, store: CheckoutStore, look: Look): ElementContext {
  const elementContext: ElementContext = {
    ...context,
    locale: () => context.locale,
    appearance: () => look.appearance,
    fonts: () => look.fonts,
    group: `g${Math.random().toString(36).slice(2)}`,
    async payment() {
      const result = await store.load();
      if (result.error) throw new Error(errorMessage(result.error));
      return store.framePayment();
    },
    onEvent(inside, name, payload) {
      if (name === "walletclick") void payWithWallet(elementContext, store, inside);
      else onCheckoutElementEvent(store, inside, name, payload);
    },
  };
  return elementContext;
}

async function collectFromForm(
  inside: ElementInside | null,
  store: CheckoutStore,
  args: ConfirmArgs,
): Promise<Collected | { error: StripeError }> {
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

/** Reads a form's answer: `{paymentMethod: {id}, save?, options?}`. */
export function collectedOf(value: unknown): Collected {
  const { paymentMethod, save, options } = Object(value);
  return {
    paymentMethod: String(paymentMethod.id),
    object: paymentMethod,
    save: save === true,
    options: options ?? undefined,
  };
}
