import type { Appearance, Stripe, StripeElementLocale } from "@stripe/stripe-js";

export type StripeSource = {
  publishableKey: string;
  /** Where Stripe.js is loaded from; null: from Stripe. */
  script: string | null;
  /** The language of its fields and of its refusals. */
  locale: StripeElementLocale;
};

const timeoutMs = 15_000;

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${src} did not load`)));
    document.head.append(script);
  });
}

async function load({ publishableKey, script, locale }: StripeSource): Promise<Stripe> {
  // `loadStripe` takes the `window.Stripe` that is there already, and else fetches Stripe's own.
  if (script !== null && !("Stripe" in window)) await addScript(script);
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  const stripe = await loadStripe(publishableKey, { locale });
  if (stripe === null) throw new Error("Stripe.js works in browsers only");
  return stripe;
}

let opened: Promise<Stripe> | undefined;

/**
 * Stripe.js, once for the page. Rejects where it is blocked, or so slow that another way is kinder.
 */
export function openStripe(source: StripeSource): Promise<Stripe> {
  opened ??= Promise.race([
    load(source),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("Stripe.js took too long")), timeoutMs);
    }),
  ]);
  // A failure must not be remembered: the shopper may turn a blocker off and try again.
  opened.catch(() => (opened = undefined));
  return opened;
}

/** The colours of the page around it, light or dark, so that the fields look like ours. */
export function readAppearance(): Appearance {
  const style = getComputedStyle(document.documentElement);
  const role = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    theme: dark ? "night" : "stripe",
    labels: "above",
    variables: {
      colorPrimary: role("accent"),
      colorBackground: role("surface"),
      colorText: role("ink"),
      colorTextSecondary: role("muted"),
      colorTextPlaceholder: role("muted"),
      colorDanger: role("bad"),
      fontFamily: style.fontFamily,
      fontSizeBase: "16px",
      borderRadius: "6px",
      spacingUnit: "4px",
    },
  };
}
