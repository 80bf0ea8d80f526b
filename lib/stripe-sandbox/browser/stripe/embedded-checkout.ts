import { messageOf } from "./checkout/store";
import type { StripeContext } from "./context";
import { IntegrationError } from "./integration-error";
import { leave } from "./next-action";

export type EmbeddedOptions = {
  clientSecret?: string;
  fetchClientSecret?: () => Promise<string>;
  onComplete?: () => void;
};

/** `stripe.createEmbeddedCheckoutPage`: the sandbox's checkout page in a frame of the store's. */
export async function createEmbeddedCheckoutPage(context: StripeContext, options: EmbeddedOptions) {
  const secret = await clientSecretOf(options);
  const [id = ""] = secret.split("_secret_");
  let iframe: HTMLIFrameElement | null = null;
  let isDestroyed = false;

  const receive = (event: MessageEvent) => {
    if (iframe === null || event.source !== iframe.contentWindow) return;
    if (event.origin !== context.origin) return;
    const { type, px, url } = Object(event.data);
    if (type === "embedded-height" && typeof px === "number") iframe.style.height = `${px}px`;
    if (type === "embedded-complete") options.onComplete?.();
    if (type === "embedded-redirect" && typeof url === "string") leave(url);
  };

  const page = {
    mount(location: string | HTMLElement): void {
      if (isDestroyed) throw new IntegrationError("This Embedded Checkout has been destroyed.");
      const node =
        typeof location === "string" ? document.querySelector<HTMLElement>(location) : location;
      if (node === null) throw new IntegrationError(`No element matches ${String(location)}.`);
      page.unmount();
      iframe = embeddedFrame(`${context.origin}/embedded/${id}`, secret, context.publishableKey);
      window.addEventListener("message", receive);
      node.replaceChildren(iframe);
    },
    unmount(): void {
      window.removeEventListener("message", receive);
      iframe?.remove();
      iframe = null;
    },
    destroy(): void {
      page.unmount();
      isDestroyed = true;
    },
  };
  return page;
}

async function clientSecretOf({ clientSecret, fetchClientSecret }: EmbeddedOptions) {
  try {
    const secret = clientSecret ?? (await fetchClientSecret?.());
    if (secret !== undefined && secret.startsWith("cs_")) return secret;
  } catch (error) {
    throw new IntegrationError(`fetchClientSecret failed: ${messageOf(error)}`);
  }
  throw new IntegrationError("Embedded Checkout needs a clientSecret or a fetchClientSecret.");
}

function embeddedFrame(address: string, secret: string, key: string): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  const parent = window.location.origin;
  iframe.src = `${address}?${new URLSearchParams({ client_secret: secret, key, parent })}`;
  iframe.title = "Secure checkout (Sandbox)";
  iframe.name = "embedded-checkout";
  iframe.setAttribute("allow", "payment *");
  Object.assign(iframe.style, {
    display: "block",
    width: "100%",
    height: "640px",
    border: "0",
    colorScheme: "light",
  });
  return iframe;
}
