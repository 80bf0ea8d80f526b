import { env } from "@/lib/env";
import type { GatewayId } from "@/lib/payments/core/types";
import type { GatewayState } from "@/lib/payments/operations/switch-gateway";
import { gatewaySlugs, type GatewaySlug } from "../requests/gateways";

const names = {
  manual: "Manual",
  stripe: "Stripe",
  stripe_payment_intents: "Stripe Payment Intents",
  elastic_path_payments_stripe: "EP Payments powered by Stripe",
  stripe_connect: "Stripe Connect",
  stripe_platform_account: "Stripe Platform Account",
  adyen: "Adyen",
  authorize_net: "Authorize.net",
  braintree: "Braintree",
  card_connect: "CardConnect",
  cyber_source: "CyberSource",
  paypal_express_checkout: "PayPal Express Checkout",
} as const satisfies Record<GatewaySlug, string>;

type States = Record<GatewayId, GatewayState>;

export function gatewayJson(slug: GatewaySlug, states: States) {
  const id = gatewaySlugs[slug];
  return {
    type: "gateway",
    slug,
    name: names[slug],
    enabled: id !== null && states[id].enabled,
    ...(id === "stripe" && { login: maskedLogin() }),
    ...(id === "stripe_connect" && {
      stripe_account: env().connect?.account ?? "",
      test: isTest(),
    }),
  };
}

/** Keys stand in the settings of the machine. What is told of them opens nothing. */
export function maskedLogin(): string {
  const { secretKey } = env().stripe;
  return `${secretKey.slice(0, 8)}…${secretKey.slice(-4)}`;
}

function isTest(): boolean {
  return env().stripe.secretKey.includes("_test_");
}
