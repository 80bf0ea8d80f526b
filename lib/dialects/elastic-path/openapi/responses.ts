import { z } from "zod";
import { linePrices, moneySchema, price, reference, timestamps, totals } from "./response-parts";

/**
 * What this dialect answers, as schemas: the description is made of them, and the tests read every answer
 * with them. They are loose where clients may get more than they know.
 */
export * from "./catalogue-responses";
export * from "./customer-responses";
export { all, listed, one } from "./response-parts";

export const errorsSchema = z.object({
  errors: z
    .array(
      z.object({
        status: z.int(),
        title: z.string(),
        detail: z.string().optional(),
        source: z.string().optional(),
        meta: z.record(z.string(), z.json()).optional(),
        request_id: z.string().optional(),
      }),
    )
    .min(1),
});

export const tokenSchema = z.object({
  access_token: z.string(),
  token_type: z.literal("Bearer"),
  expires_in: z.int(),
  expires: z.int().describe("Unix seconds"),
  identifier: z.enum(["implicit", "client_credentials"]),
});

export const cartSchema = z.looseObject({
  id: z.string(),
  type: z.literal("cart"),
  name: z.string(),
  meta: z.object({
    display_price: totals.loose(),
    timestamps: timestamps.extend({ expires_at: z.iso.datetime() }),
  }),
});

export const cartItemSchema = z.looseObject({
  id: z.uuid(),
  type: z.enum(["cart_item", "custom_item", "promotion_item"]),
  name: z.string(),
  sku: z.string(),
  quantity: z.int(),
  unit_price: price,
  value: price,
  meta: z.looseObject({ display_price: linePrices.optional(), timestamps }),
});

export const addressSchema = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company_name: z.string(),
  line_1: z.string(),
  line_2: z.string(),
  city: z.string(),
  postcode: z.string(),
  county: z.string(),
  region: z.string(),
  country: z.string(),
  phone_number: z.string().optional(),
  instructions: z.string().optional(),
});

export const orderSchema = z.looseObject({
  type: z.literal("order"),
  id: z.uuid(),
  status: z.enum(["incomplete", "processing", "complete", "cancelled"]),
  payment: z.enum([
    "unpaid",
    "partially_authorized",
    "authorized",
    "partially_paid",
    "paid",
    "refunded",
  ]),
  shipping: z.enum(["unfulfilled", "partially_fulfilled", "fulfilled"]),
  anonymized: z.boolean(),
  shipping_address: addressSchema,
  billing_address: addressSchema,
  order_number: z.string().optional(),
  external_ref: z.string().optional(),
  meta: z.object({
    display_price: totals.extend({
      balance_owing: moneySchema,
      paid: moneySchema,
      authorized: moneySchema,
      shipping_discount: moneySchema,
    }),
    timestamps,
  }),
  relationships: z.looseObject({ items: z.object({ data: z.array(reference) }) }),
});

export const orderItemSchema = z.looseObject({
  type: z.literal("order_item"),
  id: z.uuid(),
  quantity: z.int(),
  product_id: z.string(),
  name: z.string(),
  sku: z.string(),
  unit_price: price,
  value: price,
  meta: z.object({ display_price: linePrices, timestamps }),
});

const ofItem = z.object({ item: z.object({ data: reference }) });

export const taxSchema = z.object({
  id: z.uuid(),
  type: z.literal("tax_item"),
  name: z.string(),
  jurisdiction: z.string(),
  code: z.string(),
  rate: z.number().optional(),
  amount: z.int().optional(),
  relationships: ofItem,
});

export const discountSchema = z.object({
  id: z.uuid(),
  type: z.literal("custom_discount"),
  external_id: z.string(),
  discount_engine: z.string(),
  description: z.string(),
  discount_code: z.string(),
  amount: moneySchema,
  relationships: ofItem.optional(),
});

export const groupSchema = z.looseObject({
  id: z.uuid(),
  type: z.literal("shipping_group"),
  shipping_type: z.string(),
  tracking_reference: z.string(),
  external_ref: z.string(),
  meta: z.object({
    shipping_display_price: z.object({
      total: moneySchema,
      base: moneySchema,
      tax: moneySchema,
      fees: moneySchema,
      discount: moneySchema,
    }),
  }),
  relationships: z.looseObject({ items: z.object({ data: z.array(reference) }) }),
});

const transactionType = z.enum([
  "purchase",
  "authorize",
  "purchase-setup",
  "authorize-setup",
  "capture",
  "refund",
]);

export const transactionSchema = z.looseObject({
  id: z.uuid(),
  type: z.literal("transaction"),
  reference: z.string().nullable(),
  gateway: z.string(),
  amount: z.int(),
  refunded_amount: z.int(),
  refund_mechanism: z.enum(["automatic", "manual"]).optional(),
  currency: z.string(),
  "transaction-type": transactionType,
  transaction_type: transactionType,
  status: z.enum(["pending", "complete", "failed", "cancelled"]),
  relationships: z.object({ order: z.object({ data: reference }) }),
  meta: z.looseObject({
    display_price: moneySchema,
    display_refunded_amount: z.object({ total: moneySchema }),
    timestamps,
  }),
  client_parameters: z.object({ token: z.string(), secret: z.string() }).optional(),
  payment_intent: z.looseObject({ id: z.string(), client_secret: z.string() }).optional(),
  next_actions: z.array(z.string()),
});

export const gatewaySchema = z.looseObject({
  type: z.literal("gateway"),
  slug: z.string(),
  name: z.string(),
  enabled: z.boolean(),
});
