import type Stripe from "stripe";
import { mergeMetadata } from "../metadata";
import { consentCollectionOf, customFieldOf } from "./collected";
import { recoveryOf } from "./recover";
import { optionalOf, savedOptions, sessionOptions } from "./session-fields";
import type { CreateSession } from "./session-params";

/** What nothing has happened to yet, and what is never there without subscriptions and invoices. */
export const untouched = {
  object: "checkout.session",
  amount_subtotal: null,
  amount_total: null,
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  consent: null,
  currency_conversion: null,
  customer_account: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_status: "unpaid",
  permissions: null,
  recovered_from: null,
  setup_intent: null,
  shipping_cost: null,
  status: "open",
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;

/** What the session answers as it was asked for. */
export function wishesOf(given: CreateSession) {
  const { tax_id_collection: asked } = given;
  const { custom_text: words, excluded_payment_method_types: excluded } = given;
  return {
    adaptive_pricing: { enabled: given.adaptive_pricing?.enabled ?? false },
    after_expiration: recoveryOf(given.after_expiration?.recovery),
    allow_promotion_codes: given.allow_promotion_codes ?? null,
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    automatic_tax: {
      enabled: given.automatic_tax?.enabled ?? false,
      liability: null,
      provider: null,
      status: null,
    },
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    consent_collection: consentCollectionOf(given),
    custom_fields: (given.custom_fields ?? []).map(customFieldOf),
    custom_text: {
      after_submit: words?.after_submit ?? null,
      shipping_address: words?.shipping_address ?? null,
      submit: words?.submit ?? null,
      terms_of_service_acceptance: words?.terms_of_service_acceptance ?? null,
    },
    customer_email: given.customer_email ?? null,
    ...(excluded === undefined ? {} : { excluded_payment_method_types: excluded }),
    integration_identifier: given.integration_identifier ?? null,
    locale: given.locale ?? null,
    metadata: mergeMetadata({}, given.metadata),
    optional_items: optionalOf(given),
    payment_method_options: sessionOptions(given),
    phone_number_collection: { enabled: given.phone_number_collection?.enabled ?? false },
    ...(given.return_url === undefined ? {} : { return_url: given.return_url }),
    saved_payment_method_options: savedOptions(given),
    shipping_address_collection: given.shipping_address_collection ?? null,
    submit_type: given.submit_type ?? null,
    success_url: given.success_url ?? null,
    ...(asked === undefined
      ? {}
      : { tax_id_collection: { enabled: asked.enabled, required: asked.required ?? "never" } }),
  };
}
