import { z } from "zod";
import { methodDataParams } from "../methods/method-params";
import { flag, list, metadata, oneOf, text, unsettable, url } from "../params";

const bankOptions = z.looseObject({
  us_bank_account: z
    .looseObject({ verification_method: oneOf("automatic", "instant", "microdeposits").optional() })
    .optional(),
});

/** What creating and updating take. */
const common = {
  attach_to_self: flag().optional(),
  payment_method_configuration: text().optional(),
  customer: text().optional(),
  description: unsettable(text()).optional(),
  metadata: metadata().optional(),
  payment_method: unsettable(text()).optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: bankOptions.optional(),
  payment_method_types: list(text()).optional(),
  allowed_payment_method_types: list(text()).optional(),
  excluded_payment_method_types: unsettable(list(text())).optional(),
};

const confirming = {
  mandate_data: unsettable(z.looseObject({})).optional(),
  return_url: url().optional(),
  use_stripe_sdk: flag().optional(),
};

export const createSetupParams = z.strictObject({
  ...common,
  ...confirming,
  automatic_payment_methods: z
    .strictObject({ enabled: flag(), allow_redirects: oneOf("always", "never").optional() })
    .optional(),
  confirm: flag().optional(),
  on_behalf_of: text().optional(),
  single_use: z.looseObject({}).optional(),
  usage: oneOf("off_session", "on_session").optional(),
});

export const updateSetupParams = z.strictObject(common);

export const confirmSetupParams = z.strictObject({
  ...confirming,
  allowed_payment_method_types: list(text()).optional(),
  client_secret: text().optional(),
  confirmation_token: text().optional(),
  payment_method: text().optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: z.looseObject({}).optional(),
});
