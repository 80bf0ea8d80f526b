import type { Appearance, StripeError } from "@stripe/stripe-js";
import type {
  FrameAnswer,
  FrameFont,
  FrameMethod,
  FramePayment,
  FrameUpdate,
} from "../shared/protocol";
import { createEmitter, type Emitter } from "./emitter";
import { findTarget, initFor, markState, serializable, unmark } from "./element-mount";
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

type State = {
  readonly kind: ElementKind;
  readonly context: ElementContext;
  readonly events: Emitter;
  options: Record<string, unknown>;
  host: FrameHost | null;
  container: HTMLElement | null;
  lastChange: Record<string, unknown> | null;
  isDestroyed: boolean;
};

/** All methods are own properties: the React library copies them by object spread. */
export function createElement(
  kind: ElementKind,
  given: object,
  context: ElementContext,
): SandboxElement {
  const state: State = {
    kind,
    context,
    events: createEmitter(),
    options: { ...given },
    host: null,
    container: null,
    lastChange: null,
    isDestroyed: false,
  };
  const inside = insideFor(state);
  const { events } = state;
  const element: SandboxElement = {
    mount: (target) => mount(state, inside, target),
    unmount: () => unmount(state),
    destroy() {
      unmount(state);
      state.isDestroyed = true;
      events.emit("destroyed", {});
    },
    focus: () => state.host?.act("focus"),
    blur: () => state.host?.act("blur"),
    clear: () => state.host?.act("clear"),
    collapse: chained(() => state.host?.act("collapse")),
    update: chained((changes: object) => {
      state.options = { ...state.options, ...changes };
      state.host?.update({ options: serializable(changes) });
    }),
    on: chained(events.on),
    once: chained(events.once),
    off: chained(events.off),
    async getValue() {
      const answer = await inside.call("value");
      return answer.error ? { complete: false, isNewAddress: true, value: null } : answer.value;
    },
  };
  function chained<Args extends unknown[]>(act: (...args: Args) => void) {
    return (...args: Args): SandboxElement => {
      act(...args);
      return element;
    };
  }
  insides.set(element, inside);
  return element;
}

function insideFor(state: State): ElementInside {
  const { kind, events } = state;
  return {
    type: kind.type,
    events,
    options: () => state.options,
    get isMounted() {
      return state.host !== null;
    },
    get isComplete() {
      return state.lastChange?.["complete"] === true;
    },
    get lastChange() {
      return state.lastChange;
    },
    call: async (method, params) =>
      state.host === null ? { error: notMounted(kind.type) } : state.host.call(method, params),
    updateFrame: (update) => state.host?.update(update),
  };
}

function mount(state: State, inside: ElementInside, target: string | HTMLElement): void {
  const { kind, context, events } = state;
  if (state.isDestroyed) {
    throw new IntegrationError("This Element has been destroyed. Please create a new one.");
  }
  const node = findTarget(target);
  if (state.container === node && state.host?.iframe.isConnected) return;
  unmount(state);
  const receive = (name: string, payload: Record<string, unknown>) => {
    if (name === "change") state.lastChange = payload;
    if (state.container !== null) markState(state.container, name, payload, state.options);
    context.onEvent?.(inside, name, payload);
    events.emit(name, { elementType: kind.type, ...payload });
  };
  state.container = node;
  state.host = createFrameHost({
    ...kind,
    origin: context.origin,
    init: initFor(kind, state.options, context),
    onEvent: receive,
    onFailure: (message) => receive("loaderror", { error: { type: "api_error", message } }),
  });
  node.classList.add("StripeElement");
  node.replaceChildren(state.host.iframe);
  events.emit("loaderstart", { elementType: kind.type });
}

function unmount(state: State): void {
  state.host?.close();
  state.host = null;
  state.lastChange = null;
  if (state.container !== null) unmark(state.container);
  state.container = null;
}

function notMounted(type: string): StripeError {
  return {
    type: "invalid_request_error",
    code: "element_not_mounted",
    message:
      `We could not retrieve data from the specified Element (${type}). Please make sure the ` +
      "Element you are attempting to use is still mounted.",
  };
}
