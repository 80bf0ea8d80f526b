import { DomainError } from "@/lib/errors";
import { env } from "@/lib/env";
import { giftCardGateway } from "@/lib/gift-cards/gateway";
import type { GatewayId, WebhookSource } from "@/lib/payments/core/types";
import type { Gateway } from "./gateway";
import { manualGateway } from "./manual";
import { stripeGateway } from "./stripe/gateway";
import { stripeTerminal } from "./stripe/terminal";
import type { Terminal } from "./terminal";

/** @throws DomainError gateway_disabled when the settings of this process do not configure it */
export function gatewayFor(id: GatewayId): Gateway {
  switch (id) {
    case "manual":
      return manualGateway;
    case "gift_card":
      return giftCardGateway;
    case "stripe":
    case "stripe_connect":
      return stripeGateway(id, accountOf(id));
  }
}

/** The readers of a gateway. @throws DomainError gateway_disabled as above */
export function terminalFor(id: WebhookSource): Terminal {
  return stripeTerminal(accountOf(id));
}

/** Whose account at the gateway is meant; null: our own. */
function accountOf(id: WebhookSource): string | null {
  if (id === "stripe") return null;
  const { connect } = env();
  if (connect !== null) return connect.account;
  throw new DomainError("gateway_disabled", "No connected Stripe account is configured.");
}

export function isConfigured(id: GatewayId): boolean {
  return id !== "stripe_connect" || env().connect !== null;
}
