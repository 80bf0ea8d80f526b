import { z } from "zod";
import { shippingParams } from "../methods/contact-params";
import {
  currency,
  decimal,
  flag,
  integer,
  list,
  metadata,
  oneOf,
  text,
  unsettable,
  url,
} from "../params";
import { shippingRateData } from "./shipping-rate-params";

/** The parts of which a session's parameters are made. */
const taxBehavior = () => oneOf("exclusive", "inclusive", "unspecified");

const productData = z.strictObject({
  description: text().optional(),
  images: list(url(), 8).optional(),
  metadata: metadata().optional(),
  name: text(),
  tax_code: text().optional(),
  tax_details: z.looseObject({}).optional(),
  unit_label: text().optional(),
});

export const priceData = z.strictObject({
  currency: currency(),
  product: text().optional(),
  product_data: productData.optional(),
  recurring: z.looseObject({}).optional(),
  tax_behavior: taxBehavior().optional(),
  unit_amount: integer(0).optional(),
  unit_amount_decimal: decimal().optional(),
});

export const adjustable = z.strictObject({
  enabled: flag(),
  maximum: integer(0).optional(),
  minimum: integer(0).optional(),
});

export const lineItem = z.strictObject({
  adjustable_quantity: adjustable.optional(),
  dynamic_tax_rates: list(text()).optional(),
  metadata: metadata().optional(),
  price: text().optional(),
  price_data: priceData.optional(),
  quantity: integer(0).optional(),
  tax_rates: list(text()).optional(),
});
export type LineItemInput = z.output<typeof lineItem>;

export const intentData = z.strictObject({
  application_fee_amount: integer(0).optional(),
  capture_method: oneOf("automatic", "automatic_async", "manual").optional(),
  description: text(1000).optional(),
  metadata: metadata().optional(),
  on_behalf_of: text().optional(),
  receipt_email: text().optional(),
  setup_future_usage: oneOf("off_session", "on_session").optional(),
  shipping: shippingParams.optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: z.strictObject({ destination: text(), amount: integer(0).optional() }).optional(),
  transfer_group: text().optional(),
});

export const shippingOption = z.strictObject({
  shipping_rate: text().optional(),
  shipping_rate_data: shippingRateData.optional(),
});
export type ShippingOptionInput = z.output<typeof shippingOption>;

export const message = unsettable(z.strictObject({ message: text(1200) })).optional();

const fieldLimits = z.strictObject({
  default_value: text(255).optional(),
  maximum_length: integer(1).optional(),
  minimum_length: integer(0).optional(),
});

export const customField = z.strictObject({
  dropdown: z
    .strictObject({
      default_value: text(100).optional(),
      options: list(z.strictObject({ label: text(100), value: text(100) }), 200),
    })
    .optional(),
  key: text(200),
  label: z.strictObject({ custom: text(50), type: oneOf("custom") }),
  numeric: fieldLimits.optional(),
  optional: flag().optional(),
  text: fieldLimits.optional(),
  type: oneOf("dropdown", "numeric", "text"),
});

export type CustomFieldInput = z.output<typeof customField>;
