import { z } from "zod";
import { shippingParams } from "../methods/contact-params";
import { methodDataParams } from "../methods/method-params";
import { currency, flag, integer, list, metadata, oneOf, text, unsettable, url } from "../params";

const captureMethod = () => oneOf("automatic", "automatic_async", "manual");
const futureUsage = () => oneOf("off_session", "on_session");
const whenAvailable = () => oneOf("if_available", "never");

export const cardOptions = z.strictObject({
  capture_method: unsettable(oneOf("manual")).optional(),
  cvc_token: text().optional(),
  installments: z.unknown().optional(),
  mandate_options: z.unknown().optional(),
  moto: flag().optional(),
  network: text().optional(),
  request_extended_authorization: whenAvailable().optional(),
  request_incremental_authorization: whenAvailable().optional(),
  request_multicapture: whenAvailable().optional(),
  request_overcapture: whenAvailable().optional(),
  request_three_d_secure: oneOf("any", "automatic", "challenge").optional(),
  require_cvc_recollection: flag().optional(),
  setup_future_usage: unsettable(futureUsage()).optional(),
  statement_descriptor_suffix_kana: unsettable(text()).optional(),
  statement_descriptor_suffix_kanji: unsettable(text()).optional(),
});

const bankAccountOptions = z.looseObject({
  verification_method: oneOf("automatic", "instant", "microdeposits").optional(),
});

/** Options of other methods are taken as they come: none of them changes what the sandbox does. */
export const methodOptions = z.looseObject({
  card: unsettable(cardOptions).optional(),
  us_bank_account: unsettable(bankAccountOptions).optional(),
});
export type MethodOptions = z.output<typeof methodOptions>;

const offSession = () => z.union([flag(), oneOf("one_off", "recurring").transform(() => true)]);

const mandateData = z.looseObject({});

/** What creating and updating an intent have in common. */
const common = {
  application_fee_amount: unsettable(integer(0)).optional(),
  customer: text().optional(),
  description: unsettable(text(1000)).optional(),
  metadata: metadata().optional(),
  payment_method: unsettable(text()).optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: methodOptions.optional(),
  payment_method_types: list(text()).optional(),
  amount_details: z.looseObject({}).optional(),
  payment_details: z.looseObject({}).optional(),
  payment_method_configuration: text().optional(),
  receipt_email: unsettable(text()).optional(),
  setup_future_usage: unsettable(futureUsage()).optional(),
  shipping: unsettable(shippingParams).optional(),
  statement_descriptor: unsettable(text(22)).optional(),
  statement_descriptor_suffix: unsettable(text(22)).optional(),
  transfer_group: text().optional(),
  capture_method: captureMethod().optional(),
  allowed_payment_method_types: unsettable(list(text())).optional(),
  excluded_payment_method_types: unsettable(list(text())).optional(),
};

export const confirmFields = {
  error_on_requires_action: flag().optional(),
  mandate: text().optional(),
  mandate_data: unsettable(mandateData).optional(),
  off_session: offSession().optional(),
  radar_options: z.looseObject({}).optional(),
  return_url: url().optional(),
  use_stripe_sdk: flag().optional(),
};

export const createIntentParams = z.strictObject({
  ...common,
  ...confirmFields,
  amount: integer(0),
  automatic_payment_methods: z
    .strictObject({ enabled: flag(), allow_redirects: oneOf("always", "never").optional() })
    .optional(),
  confirm: flag().optional(),
  confirmation_method: oneOf("automatic", "manual").optional(),
  confirmation_token: text().optional(),
  currency: currency(),
  on_behalf_of: text().optional(),
  transfer_data: z.strictObject({ destination: text(), amount: integer(0).optional() }).optional(),
});

export const updateIntentParams = z.strictObject({
  ...common,
  amount: integer(0).optional(),
  currency: currency().optional(),
  transfer_data: z.strictObject({ amount: integer(0).optional() }).optional(),
});

export const confirmIntentParams = z.strictObject({
  ...confirmFields,
  allowed_payment_method_types: unsettable(list(text())).optional(),
  amount_details: z.looseObject({}).optional(),
  excluded_payment_method_types: unsettable(list(text())).optional(),
  payment_details: z.looseObject({}).optional(),
  capture_method: captureMethod().optional(),
  client_secret: text().optional(),
  confirmation_token: text().optional(),
  expected_payment_method_type: text().optional(),
  payment_method: text().optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: methodOptions.optional(),
  payment_method_types: list(text()).optional(),
  receipt_email: unsettable(text()).optional(),
  setup_future_usage: unsettable(futureUsage()).optional(),
  shipping: unsettable(shippingParams).optional(),
});

export type CreateIntent = z.output<typeof createIntentParams>;
export type UpdateIntent = z.output<typeof updateIntentParams>;
export type ConfirmIntent = z.output<typeof confirmIntentParams>;
