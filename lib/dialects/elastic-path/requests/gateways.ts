import { z } from "zod";
import type { GatewayId } from "@/lib/payments/core/types";
import { text } from "./parts";

/** The clients' names of gateways; null: they know it and we do not have it. */
export const gatewaySlugs = {
  manual: "manual",
  stripe: "stripe",
  stripe_payment_intents: "stripe",
  elastic_path_payments_stripe: "stripe",
  stripe_connect: "stripe_connect",
  stripe_platform_account: null,
  adyen: null,
  authorize_net: null,
  braintree: null,
  card_connect: null,
  cyber_source: null,
  paypal_express_checkout: null,
} as const satisfies Record<string, GatewayId | null>;

export type GatewaySlug = keyof typeof gatewaySlugs;

const isSlug = (value: string): value is GatewaySlug => value in gatewaySlugs;
const slugs = Object.keys(gatewaySlugs).filter(isSlug);
export const gatewaySlug = z.enum(slugs);

export const gatewayRequest = z.strictObject({
  data: z.strictObject({
    type: z.literal("gateway").optional(),
    slug: z.string().max(50).optional(),
    name: z.string().max(100).optional(),
    enabled: z.boolean().optional(),
    login: text(255).optional(),
    stripe_account: text(255).optional(),
    test: z.boolean().optional(),
  }),
});
