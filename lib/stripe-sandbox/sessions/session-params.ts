import { z } from "zod";
import { addressParams } from "../methods/contact-params";
import { currency, flag, integer, list, metadata, oneOf, text, unsettable, url } from "../params";
import { methodOptions } from "../payments/intent-params";
import { brandingParams } from "./branding";
import {
  adjustable,
  customField,
  intentData,
  lineItem,
  message,
  shippingOption,
} from "./session-parts";

/** `hosted`, `embedded` and `custom` are what clients before the dahlia release send. */
const uiMode = () =>
  oneOf("elements", "embedded_page", "form", "hosted_page", "hosted", "embedded", "custom");

export const createSessionParams = z.strictObject({
  adaptive_pricing: z.strictObject({ enabled: flag().optional() }).optional(),
  after_expiration: z
    .strictObject({
      recovery: z
        .strictObject({ allow_promotion_codes: flag().optional(), enabled: flag() })
        .optional(),
    })
    .optional(),
  allow_promotion_codes: flag().optional(),
  allowed_payment_method_types: list(text()).optional(),
  automatic_tax: z.strictObject({ enabled: flag(), liability: z.unknown().optional() }).optional(),
  billing_address_collection: oneOf("auto", "required").optional(),
  branding_settings: brandingParams.optional(),
  cancel_url: url().optional(),
  client_reference_id: text(200).optional(),
  consent_collection: z
    .strictObject({
      payment_method_reuse_agreement: z
        .strictObject({ position: oneOf("auto", "hidden") })
        .optional(),
      promotions: oneOf("auto", "none").optional(),
      terms_of_service: oneOf("none", "required").optional(),
    })
    .optional(),
  currency: currency().optional(),
  custom_fields: list(customField, 3).optional(),
  custom_text: z
    .strictObject({
      after_submit: message,
      shipping_address: message,
      submit: message,
      terms_of_service_acceptance: message,
    })
    .optional(),
  customer: text().optional(),
  customer_account: text().optional(),
  customer_creation: oneOf("always", "if_required").optional(),
  customer_email: text().optional(),
  customer_update: z
    .strictObject({
      address: oneOf("auto", "never").optional(),
      name: oneOf("auto", "never").optional(),
      shipping: oneOf("auto", "never").optional(),
    })
    .optional(),
  discounts: list(
    z.strictObject({ coupon: text().optional(), promotion_code: text().optional() }),
    1,
  ).optional(),
  excluded_payment_method_types: list(text()).optional(),
  expires_at: integer().optional(),
  integration_identifier: text().optional(),
  invoice_creation: z.looseObject({}).optional(),
  line_items: list(lineItem).optional(),
  locale: text().optional(),
  managed_payments: z.looseObject({}).optional(),
  metadata: metadata().optional(),
  mode: oneOf("payment", "setup", "subscription").optional(),
  name_collection: z.looseObject({}).optional(),
  optional_items: list(
    z.strictObject({
      adjustable_quantity: adjustable.optional(),
      price: text(),
      quantity: integer(1),
    }),
    10,
  ).optional(),
  origin_context: text().optional(),
  payment_intent_data: intentData.optional(),
  payment_method_collection: oneOf("always", "if_required").optional(),
  payment_method_configuration: text().optional(),
  payment_method_data: z.looseObject({}).optional(),
  payment_method_options: methodOptions.optional(),
  payment_method_types: list(text()).optional(),
  permissions: z.looseObject({}).optional(),
  phone_number_collection: z.strictObject({ enabled: flag() }).optional(),
  redirect_on_completion: oneOf("always", "if_required", "never").optional(),
  return_url: url().optional(),
  saved_payment_method_options: z
    .strictObject({
      allow_redisplay_filters: list(oneOf("always", "limited", "unspecified")).optional(),
      payment_method_remove: oneOf("disabled", "enabled").optional(),
      payment_method_save: oneOf("disabled", "enabled").optional(),
    })
    .optional(),
  setup_intent_data: z
    .strictObject({
      description: text().optional(),
      metadata: metadata().optional(),
      on_behalf_of: text().optional(),
    })
    .optional(),
  shipping_address_collection: z.strictObject({ allowed_countries: list(text(2), 300) }).optional(),
  shipping_options: list(shippingOption, 5).optional(),
  submit_type: oneOf("auto", "book", "donate", "pay", "subscribe").optional(),
  success_url: url().optional(),
  tax_id_collection: z
    .strictObject({ enabled: flag(), required: oneOf("if_supported", "never").optional() })
    .optional(),
  ui_mode: uiMode().optional(),
  wallet_options: z.looseObject({}).optional(),
});
export type CreateSession = z.output<typeof createSessionParams>;

export const updateSessionParams = z.strictObject({
  collected_information: z
    .strictObject({
      shipping_details: z.strictObject({ address: addressParams, name: text() }).optional(),
    })
    .optional(),
  line_items: list(
    z.strictObject({
      id: text().optional(),
      ...lineItem.shape,
    }),
  ).optional(),
  metadata: metadata().optional(),
  payment_intent_data: z
    .strictObject({
      ...intentData.pick({ shipping: true, metadata: true }).shape,
      description: unsettable(text(1000)).optional(),
      setup_future_usage: unsettable(oneOf("off_session", "on_session")).optional(),
      statement_descriptor: unsettable(text(22)).optional(),
      statement_descriptor_suffix: unsettable(text(22)).optional(),
    })
    .optional(),
  shipping_options: unsettable(list(shippingOption, 5)).optional(),
});
export type UpdateSession = z.output<typeof updateSessionParams>;
