import { DomainError } from "@/lib/errors";
import { env } from "@/lib/env";
import { giftCardGateway } from "@/lib/gift-cards/gateway";
import type { GatewayId } from "@/lib/payments/core/types";
import type { Gateway } from "./gateway";
import { manualGateway } from "./manual";
import { stripeGateway } from "./stripe/gateway";

/** @throws DomainError gateway_disabled when the settings of this process do not configure it */
export function gatewayFor(id: GatewayId): Gateway {
  switch (id) {
    case "manual":
      return manualGateway;
    case "gift_card":
      return giftCardGateway;
    case "stripe":
      return stripeGateway("stripe", null);
    case "stripe_connect": {
      const { connect } = env();
      if (connect === null) {
        throw new DomainError("gateway_disabled", "No connected Stripe account is configured.");
      }
      return stripeGateway("stripe_connect", connect.account);
    }
  }
}

export function isConfigured(id: GatewayId): boolean {
  return id !== "stripe_connect" || env().connect !== null;
}
