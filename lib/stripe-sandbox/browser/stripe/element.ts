import type { Appearance, StripeError } from "@stripe/stripe-js";
import type {
  FrameAnswer,
  FrameFont,
  FrameInit,
  FrameMethod,
  FramePayment,
  FrameUpdate,
} from "../shared/protocol";
import { createEmitter, type Emitter } from "./emitter";
import { createFrameHost, type FrameHost } from "./frame-host";
import { IntegrationError } from "./integration-error";

type Handler = (event: never) => unknown;

/** An element as the store sees it: what all kinds of Stripe.js have, in one shape. */
export type SandboxElement = {
  mount(target: string | HTMLElement): void;
  unmount(): void;
  destroy(): void;
  focus(): void;
  blur(): void;
  clear(): void;
  collapse(): SandboxElement;
  update(options: object): SandboxElement;
  on(name: string, handler: Handler): SandboxElement;
  once(name: string, handler: Handler): SandboxElement;
  off(name: string, handler?: Handler): SandboxElement;
  getValue(): Promise<unknown>;
};

/** What the library itself may do with an element. */
export type ElementInside = {
  readonly type: string;
  readonly isMounted: boolean;
  options(): Record<string, unknown>;
  readonly isComplete: boolean;
  readonly lastChange: Record<string, unknown> | null;
  call(method: FrameMethod, params?: Record<string, unknown>): Promise<FrameAnswer>;
  updateFrame(update: FrameUpdate): void;
  readonly events: Emitter;
};

export type ElementKind = { type: string; frame: string; title: string; startHeight: number };

export type ElementContext = {
  origin: string;
  publishableKey: string;
  stripeAccount: string | undefined;
  locale(): string;
  appearance(): Appearance;
  fonts(): FrameFont[];
  group: string;
  payment(): Promise<FramePayment | null>;
  /** Called when a frame said something, before the store's own handlers. */
  onEvent?(inside: ElementInside, name: string, payload: Record<string, unknown>): void;
};

const insides = new WeakMap<object, ElementInside>();

/** The inside of an element that the store hands back to us, such as `{card: cardElement}`. */
export function insideOf(element: unknown): ElementInside | null {
  return typeof element === "object" && element !== null ? (insides.get(element) ?? null) : null;
}

/** All methods are own properties: the React library copies them by object spread. */
export function createElement(
  kind: ElementKind,
  given: object,
  context: ElementContext,
): SandboxElement {
  const events = createEmitter();
  let options: Record<string, unknown> = { ...given };
  let host: FrameHost | null = null;
  let container: HTMLElement | null = null;
  let lastChange: Record<string, unknown> | null = null;
  let isDestroyed = false;

  const receive = (name: string, payload: Record<string, unknown>) => {
    if (name === "change") lastChange = payload;
    if (container !== null) markState(container, kind, name, payload, options);
    context.onEvent?.(inside, name, payload);
    events.emit(name, { elementType: kind.type, ...payload });
  };
  const inside: ElementInside = {
    type: kind.type,
    events,
    options: () => options,
    get isMounted() {
      return host !== null;
    },
    get isComplete() {
      return lastChange?.["complete"] === true;
    },
    get lastChange() {
      return lastChange;
    },
    call: async (method, params) =>
      host === null ? { error: notMounted(kind.type) } : host.call(method, params),
    updateFrame: (update) => host?.update(update),
  };

  const element: SandboxElement = {
    mount(target) {
      if (isDestroyed)
        throw new IntegrationError("This Element has been destroyed. Create a new one.");
      const node = findTarget(target);
      if (host !== null && container === node && host.iframe.isConnected) return;
      element.unmount();
      container = node;
      host = createFrameHost({
        ...kind,
        origin: context.origin,
        init: initFor(kind, options, context),
        onEvent: receive,
        onFailure: (message) => receive("loaderror", { error: { type: "api_error", message } }),
      });
      node.classList.add("StripeElement");
      node.replaceChildren(host.iframe);
      events.emit("loaderstart", { elementType: kind.type });
    },
    unmount() {
      host?.close();
      host = null;
      lastChange = null;
      container?.classList.remove(...stateClasses, "StripeElement");
      container = null;
    },
    destroy() {
      element.unmount();
      isDestroyed = true;
      events.emit("destroyed", {});
    },
    focus: () => host?.act("focus"),
    blur: () => host?.act("blur"),
    clear: () => host?.act("clear"),
    collapse() {
      host?.act("collapse");
      return element;
    },
    update(changes) {
      options = { ...options, ...changes };
      host?.update({ options: { ...changes } });
      return element;
    },
    on(name, handler) {
      events.on(name, handler);
      return element;
    },
    once(name, handler) {
      events.once(name, handler);
      return element;
    },
    off(name, handler) {
      events.off(name, handler);
      return element;
    },
    async getValue() {
      const answer = await inside.call("value");
      return answer.error ? { complete: false, isNewAddress: true, value: null } : answer.value;
    },
  };
  insides.set(element, inside);
  return element;
}

async function initFor(
  kind: ElementKind,
  options: Record<string, unknown>,
  context: ElementContext,
): Promise<FrameInit> {
  const { publishableKey, stripeAccount, group } = context;
  const payment = await context.payment();
  return {
    publishableKey,
    stripeAccount,
    group,
    payment,
    elementType: kind.type,
    locale: context.locale(),
    appearance: context.appearance(),
    fonts: context.fonts(),
    options: serializable(options),
  };
}

/** Functions cannot be sent to a frame, and nothing in a frame could call them. */
function serializable(options: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(options));
}

function findTarget(target: string | HTMLElement): HTMLElement {
  const node = typeof target === "string" ? document.querySelector<HTMLElement>(target) : target;
  if (node === null) {
    throw new IntegrationError(
      `The selector you specified (${String(target)}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
    );
  }
  return node;
}

const stateClasses = ["complete", "empty", "focus", "invalid"].map(
  (name) => `StripeElement--${name}`,
);

/** The classes that Stripe.js keeps on the container, by which stores style their own borders. */
function markState(
  container: HTMLElement,
  kind: ElementKind,
  name: string,
  payload: Record<string, unknown>,
  options: Record<string, unknown>,
): void {
  const given = options["classes"];
  const set = (state: string, isOn: boolean) => {
    const own: unknown =
      typeof given === "object" && given !== null ? Reflect.get(given, state) : undefined;
    const className = typeof own === "string" ? own : `StripeElement--${state}`;
    container.classList.toggle(className, isOn);
  };
  if (name === "focus" || name === "blur") set("focus", name === "focus");
  if (name !== "change") return;
  set("complete", payload["complete"] === true);
  set("empty", payload["empty"] === true);
  set("invalid", payload["error"] !== undefined && payload["error"] !== null);
}

function notMounted(type: string): StripeError {
  return {
    type: "invalid_request_error",
    code: "element_not_mounted",
    message: `We could not retrieve data from the specified Element (${type}). Please make sure the Element you are attempting to use is still mounted.`,
  };
}
