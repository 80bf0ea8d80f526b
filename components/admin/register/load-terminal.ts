import type { StripeTerminal } from "@stripe/terminal-js";

/** `script`: where Terminal.js comes from instead of Stripe. */
export async function loadTerminal(script: string | null): Promise<StripeTerminal> {
  if (script !== null && !("StripeTerminal" in window)) await addScript(script);
  const { loadStripeTerminal } = await import("@stripe/terminal-js");
  const loaded = await loadStripeTerminal();
  if (!loaded) throw new Error("Terminal.js works in browsers only.");
  return loaded;
}

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      // The next try asks for it again.
      script.remove();
      reject(new Error("The reader's script did not load."));
    });
    document.head.append(script);
  });
}
