import type { FrameInit } from "../shared/protocol";
import type { ElementContext, ElementKind } from "./element";
import { IntegrationError } from "./integration-error";

/** Everything that a frame has to know before it can draw itself. */
export async function initFor(
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
export function serializable(options: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(options));
}

export function findTarget(target: string | HTMLElement): HTMLElement {
  const node = typeof target === "string" ? document.querySelector<HTMLElement>(target) : target;
  if (node !== null) return node;
  throw new IntegrationError(
    `The selector you specified (${String(target)}) applies to no DOM elements that are ` +
      "currently on the page. Make sure the element exists on the page before calling mount().",
  );
}

const states = ["complete", "empty", "focus", "invalid"].map((name) => `StripeElement--${name}`);

/** The classes that Stripe.js keeps on the container, by which stores style their own borders. */
export function markState(
  container: HTMLElement,
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

export function unmark(container: HTMLElement): void {
  container.classList.remove(...states, "StripeElement");
}
