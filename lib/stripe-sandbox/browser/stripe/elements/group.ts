import type { Appearance, StripeError } from "@stripe/stripe-js";
import type { FrameFont, FramePayment } from "../../shared/protocol";
import type { StripeContext } from "../context";
import {
  createElement,
  insideOf,
  type ElementContext,
  type ElementInside,
  type SandboxElement,
} from "../element";
import { elementKinds, isElementType } from "../element-kinds";
import { createEmitter } from "../emitter";
import { IntegrationError } from "../integration-error";
import { rememberForGroup } from "../express-payments";
import { runExpressPayment } from "./express";
import { groupPayment } from "./group-payment";

/** `stripe.elements(options)` as the store gives it; what it does not know it ignores. */
export type GroupOptions = {
  clientSecret?: string;
  customerSessionClientSecret?: string;
  locale?: string;
  appearance?: Appearance;
  fonts?: FrameFont[];
  mode?: "payment" | "setup" | "subscription";
  amount?: number;
  currency?: string;
  allowedPaymentMethodTypes?: string[];
  excludedPaymentMethodTypes?: string[];
  paymentMethodTypes?: string[];
  setupFutureUsage?: string | null;
  captureMethod?: string;
};

export type Submitted = { error?: StripeError; selectedPaymentMethod?: string };

/** What the library itself may ask of a group that the store hands back to it. */
export type GroupInside = {
  options(): GroupOptions;
  find(...types: string[]): ElementInside | null;
  submit(): Promise<Submitted>;
};

const insides = new WeakMap<object, GroupInside>();

export function groupInsideOf(elements: unknown): GroupInside | null {
  if (typeof elements !== "object" || elements === null) return null;
  return insides.get(elements) ?? null;
}

export function createElementsGroup(context: StripeContext, given: GroupOptions = {}) {
  let options = { ...given };
  let payment: Promise<FramePayment | null> | null = null;
  const events = createEmitter();
  const elements = new Map<string, SandboxElement>();
  const all = () => [...elements.values()].flatMap((element) => insideOf(element) ?? []);
  const loadPayment = () => (payment ??= groupPayment(context, options));

  const elementContext: ElementContext = {
    ...context,
    locale: () => options.locale ?? context.locale,
    appearance: () => options.appearance ?? {},
    fonts: () => options.fonts ?? [],
    group: `g${Math.random().toString(36).slice(2)}`,
    payment: loadPayment,
    onEvent(inside, name) {
      if (name !== "walletclick") return;
      const given = inside.options();
      void runExpressPayment(elementContext, inside, given, ({ paymentMethod }) => {
        rememberForGroup(group, { paymentMethod });
      });
    },
  };

  const inside: GroupInside = {
    options: () => options,
    find: (...types) => all().find(({ type }) => types.includes(type)) ?? null,
    submit,
  };

  async function submit(): Promise<Submitted> {
    for (const element of all()) {
      if (!element.isMounted || !validated.has(element.type)) continue;
      const answer = await element.call("validate");
      if (answer.error) return { error: answer.error };
    }
    const value = Object(inside.find("payment")?.lastChange?.["value"]);
    return { selectedPaymentMethod: typeof value.type === "string" ? value.type : "card" };
  }

  async function refresh(): Promise<void> {
    payment = null;
    const next = await loadPayment();
    for (const element of all()) element.updateFrame({ payment: next });
    events.emit("update-end", undefined);
  }

  const group = {
    create(type: string, elementOptions: object = {}): SandboxElement {
      if (!isElementType(type)) {
        throw new IntegrationError(
          `A valid Element name must be provided; the sandbox has no "${type}".`,
        );
      }
      const before = elements.get(type);
      if (insideOf(before)?.isMounted) {
        throw new IntegrationError(
          `Can only create one Element of type ${type} through the same instance of Elements.`,
        );
      }
      before?.destroy();
      const element = createElement(elementKinds[type], elementOptions, elementContext);
      elements.set(type, element);
      insideOf(element)?.events.on("destroyed", () => elements.delete(type));
      return element;
    },
    getElement(type: unknown): SandboxElement | null {
      // The React library also passes its component, which carries the name.
      const name: unknown = typeof type === "string" ? type : Object(type).__elementType;
      return typeof name === "string" ? (elements.get(name) ?? null) : null;
    },
    submit,
    async update(changes: GroupOptions): Promise<void> {
      options = { ...options, ...changes };
      const { appearance, fonts, locale } = changes;
      for (const element of all()) element.updateFrame(definedOf({ appearance, fonts, locale }));
      await refresh();
    },
    async fetchUpdates(): Promise<{ error?: { message: string; status?: string } }> {
      await refresh();
      return {};
    },
    on: (name: string, handler: (event: never) => unknown) => events.on(name, handler),
    off: (name: string, handler?: (event: never) => unknown) => events.off(name, handler),
  };
  insides.set(group, inside);
  return group;
}

const validated = new Set(["payment", "address", "linkAuthentication", "contactDetails"]);

function definedOf<Values extends object>(values: Values): Partial<Values> {
  const kept: Partial<Values> = { ...values };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
