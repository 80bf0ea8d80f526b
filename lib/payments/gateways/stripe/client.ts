import { Stripe } from "stripe";
import { env } from "@/lib/env";
import { patience } from "@/lib/payments/gateways/patience";

const TIMEOUT_MS = 20_000;

declare global {
  var tenderStripe: { key: string; client: Stripe } | undefined;
}

/** The SDK, pointed at Stripe or at the sandbox. One client per process, for its open connections. */
export function stripe(): Stripe {
  const { stripe: config } = env();
  const origin = config.mode === "sandbox" ? config.url : "";
  const key = `${origin} ${config.secretKey}`;
  if (globalThis.tenderStripe?.key !== key) {
    globalThis.tenderStripe = { key, client: connect(config, retries) };
  }
  return globalThis.tenderStripe.client;
}

/** Every question has an idempotency key of ours, so the SDK may repeat it after a lost answer. */
let retries = 2;

/** How long the SDK tries, by whether somebody waits for it. */
export function requestPatience(): Stripe.RequestOptions {
  const { attemptMs, retries: wanted } = patience();
  return { timeout: attemptMs, maxNetworkRetries: Math.min(wanted, retries) };
}

/** Tests of lost answers do not wait for the SDK to ask again. */
export function setNetworkRetries(count: number): void {
  retries = count;
  globalThis.tenderStripe = undefined;
}

function connect(config: ReturnType<typeof env>["stripe"], maxNetworkRetries: number): Stripe {
  const options = { maxNetworkRetries, timeout: TIMEOUT_MS, telemetry: false };
  if (config.mode === "stripe") return new Stripe(config.secretKey, options);
  const { protocol, hostname, port } = new URL(config.url);
  return new Stripe(config.secretKey, {
    ...options,
    host: hostname,
    port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
    protocol: protocol === "https:" ? "https" : "http",
  });
}
