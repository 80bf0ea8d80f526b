import type Stripe from "stripe";
import { newId, randomText } from "../ids";
import type { Scope } from "../scope";

type Wanted = {
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  usage: "off_session" | "on_session";
  types: string[];
  allowed?: string[] | null;
  excluded?: string[] | null;
  verification?: "automatic" | "instant" | "microdeposits" | undefined;
  automatic?: Stripe.SetupIntent.AutomaticPaymentMethods | null;
};

/** Saves a setup intent with nothing done yet. */
export function newSetupIntent(scope: Scope, wanted: Wanted): Stripe.SetupIntent {
  const id = newId("seti");
  return scope.store.setupIntents.save({
    id,
    object: "setup_intent",
    allowed_payment_method_types: wanted.allowed ?? null,
    application: null,
    automatic_payment_methods: wanted.automatic ?? null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: scope.now,
    customer: wanted.customer,
    customer_account: null,
    description: wanted.description,
    excluded_payment_method_types: wanted.excluded ?? null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: wanted.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      ...(wanted.verification === undefined
        ? {}
        : { us_bank_account: { verification_method: wanted.verification } }),
      card: { mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: wanted.types,
    single_use_mandate: null,
    status: "requires_payment_method",
    usage: wanted.usage,
  });
}
