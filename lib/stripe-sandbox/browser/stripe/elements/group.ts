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
import { createEmitter, type Emitter } from "../emitter";
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
  findAll(...types: string[]): ElementInside[];
  submit(): Promise<Submitted>;
};

const insides = new WeakMap<object, GroupInside>();

export function groupInsideOf(elements: unknown): GroupInside | null {
  if (typeof elements !== "object" || elements === null) return null;
  return insides.get(elements) ?? null;
}

type State = {
  readonly context: StripeContext;
  readonly events: Emitter;
  /** By type; addresses by type and mode, for a group may have one of each. */
  readonly elements: Map<string, SandboxElement>;
  options: GroupOptions;
  payment: Promise<FramePayment | null> | null;
};

export function createElementsGroup(context: StripeContext, given: GroupOptions = {}) {
  const elements = new Map<string, SandboxElement>();
  const events = createEmitter();
  const state: State = { context, events, elements, options: { ...given }, payment: null };
  const elementContext = contextFor(state, (payment) => rememberForGroup(group, payment));
  const inside: GroupInside = {
    options: () => state.options,
    findAll: (...types) => insidesOf(state).filter(({ type }) => types.includes(type)),
    submit: () => submit(state),
  };
  const group = {
    create: (type: string, options: object = {}) => create(state, elementContext, type, options),
    getElement(type: unknown, options: { mode?: string } = {}): SandboxElement | null {
      // The React library also passes its component, which carries the name.
      const name: unknown = typeof type === "string" ? type : Object(type).__elementType;
      if (typeof name !== "string") return null;
      const key = keyOf(name, options);
      const found =
        elements.get(key) ?? [...elements].find(([at]) => at.startsWith(`${key}:`))?.[1];
      return found ?? null;
    },
    submit: () => submit(state),
    async update(changes: GroupOptions): Promise<void> {
      state.options = { ...state.options, ...changes };
      const { appearance, fonts, locale } = changes;
      for (const element of insidesOf(state)) {
        element.updateFrame(definedOf({ appearance, fonts, locale }));
      }
      await refresh(state);
    },
    async fetchUpdates(): Promise<{ error?: { message: string; status?: string } }> {
      await refresh(state);
      return {};
    },
    on: events.on,
    off: events.off,
  };
  insides.set(group, inside);
  return group;
}

function contextFor(
  state: State,
  onPaid: (payment: { paymentMethod: string }) => void,
): ElementContext {
  const { context } = state;
  const elementContext: ElementContext = {
    ...context,
    locale: () => state.options.locale ?? context.locale,
    appearance: () => state.options.appearance ?? {},
    fonts: () => state.options.fonts ?? [],
    group: `g${Math.random().toString(36).slice(2)}`,
    payment: () => paymentOf(state),
    onEvent(inside, name) {
      if (name !== "walletclick") return;
      void runExpressPayment(elementContext, inside, inside.options(), onPaid);
    },
  };
  return elementContext;
}

function create(
  { elements }: State,
  context: ElementContext,
  type: string,
  options: object,
): SandboxElement {
  if (!isElementType(type)) {
    throw new IntegrationError(
      `A valid Element name must be provided; the sandbox has no "${type}".`,
    );
  }
  const key = keyOf(type, options);
  const before = elements.get(key);
  if (insideOf(before)?.isMounted) {
    throw new IntegrationError(
      `Can only create one Element of type ${type} through the same instance of Elements.`,
    );
  }
  before?.destroy();
  const element = createElement(elementKinds[type], options, context);
  elements.set(key, element);
  insideOf(element)?.events.on("destroyed", () => elements.delete(key));
  return element;
}

function keyOf(type: string, options: object): string {
  const mode: unknown = Reflect.get(options, "mode");
  return type === "address" && typeof mode === "string" ? `address:${mode}` : type;
}

function insidesOf({ elements }: State): ElementInside[] {
  return [...elements.values()].flatMap((element) => insideOf(element) ?? []);
}

function paymentOf(state: State): Promise<FramePayment | null> {
  return (state.payment ??= groupPayment(state.context, state.options));
}

async function submit(state: State): Promise<Submitted> {
  const elements = insidesOf(state);
  for (const element of elements) {
    if (!element.isMounted || !validated.has(element.type)) continue;
    const answer = await element.call("validate");
    if (answer.error) return { error: answer.error };
  }
  const form = elements.find(({ type }) => type === "payment");
  const { type } = Object(form?.lastChange?.["value"]);
  return { selectedPaymentMethod: typeof type === "string" ? type : "card" };
}

async function refresh(state: State): Promise<void> {
  state.payment = null;
  const payment = await paymentOf(state);
  for (const element of insidesOf(state)) element.updateFrame({ payment });
  state.events.emit("update-end", undefined);
}

const validated = new Set(["payment", "address", "linkAuthentication", "contactDetails"]);

function definedOf<Values extends object>(values: Values): Partial<Values> {
  const kept: Partial<Values> = { ...values };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
