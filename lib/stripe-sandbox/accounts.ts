import type Stripe from "stripe";
import type { Scope } from "./scope";

/** Makes the platform and the connected accounts of the settings exist. */
export function prepareAccounts(scope: Scope, connected: readonly string[]): void {
  for (const id of [scope.account, ...connected]) {
    if (scope.store.accounts.find(id) === undefined) {
      scope.store.accounts.save(makeAccount(scope, { id }));
    }
  }
}

type Wanted = {
  id: string;
  country?: string | undefined;
  email?: string | null | undefined;
  type?: "custom" | "express" | "standard" | undefined;
  businessType?: "company" | "government_entity" | "individual" | "non_profit" | undefined;
  metadata?: Record<string, string>;
};

/** A connected account that can take payments at once: onboarding is not what is tested here. */
export function makeAccount(scope: Scope, wanted: Wanted): Stripe.Account {
  const { id, country = "US", email = null, type = "standard" } = wanted;
  return {
    id,
    object: "account",
    business_profile: null,
    business_type: wanted.businessType ?? null,
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    country,
    created: scope.now,
    default_currency: "usd",
    details_submitted: true,
    email,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    metadata: wanted.metadata ?? {},
    payouts_enabled: true,
    settings: null,
    type,
  };
}
