import { createStripe } from "./create-stripe";

/**
 * `/js/stripe.js`: puts `window.Stripe` in place, as Stripe's own script does. It speaks only to
 * the origin that it was loaded from.
 */
const script = document.currentScript;
const origin =
  script instanceof HTMLScriptElement ? new URL(script.src).origin : window.location.origin;

/** `loadStripe` compares this with the release it was made for. */
const version = "endive";

const Stripe = Object.assign(
  (publishableKey: unknown, options?: unknown) => createStripe(origin, publishableKey, options),
  { version },
);

if (!Reflect.has(window, "Stripe")) Reflect.set(window, "Stripe", Stripe);
