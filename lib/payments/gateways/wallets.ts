import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { stripeWallet } from "./stripe/wallet";
import type { WalletGateway, WalletGatewayId } from "./wallet";

/** @throws DomainError gateway_disabled when the settings of this process do not configure it */
export function walletAt(id: WalletGatewayId): WalletGateway {
  if (id === "stripe") return stripeWallet("stripe", null);
  const { connect } = env();
  if (connect === null) {
    throw new DomainError("gateway_disabled", "No connected Stripe account is configured.");
  }
  return stripeWallet("stripe_connect", connect.account);
}
