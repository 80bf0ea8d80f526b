import { z } from "zod";

/**
 * What this dialect answers, as schemas: the description is made of them, and the tests read every answer
 * with them. They are loose where clients may get more than they know.
 */
export const moneySchema = z.object({
  amount: z.int(),
  currency: z.string(),
  formatted: z.string(),
});

const price = z.object({ amount: z.int(), currency: z.string(), includes_tax: z.boolean() });
const timestamps = z.object({ created_at: z.iso.datetime(), updated_at: z.iso.datetime() });
const pair = z.object({ unit: moneySchema, value: moneySchema });
const linePrices = z.object({
  with_tax: pair,
  without_tax: pair,
  tax: pair,
  discount: pair,
  without_discount: pair,
});
const shown = z.object({ with_tax: moneySchema, without_tax: moneySchema });
const totals = shown.extend({
  tax: moneySchema,
  discount: moneySchema,
  without_discount: moneySchema,
  shipping: moneySchema,
});

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

const reference = z.object({ type: z.string(), id: z.string() });

export const legacyProductSchema = z.looseObject({
  type: z.literal("product"),
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  sku: z.string(),
  manage_stock: z.boolean(),
  description: z.string(),
  price: z.array(price),
  status: z.enum(["live", "draft"]),
  commodity_type: z.enum(["physical", "digital"]),
  meta: z.looseObject({
    timestamps,
    display_price: shown.optional(),
    stock: z.object({ level: z.int(), availability: z.enum(["in-stock", "out-stock"]) }),
  }),
  relationships: z.looseObject({ main_image: z.object({ data: reference.nullable() }) }),
});

export const catalogProductSchema = z.looseObject({
  type: z.literal("product"),
  id: z.uuid(),
  attributes: z.looseObject({
    name: z.string(),
    slug: z.string(),
    sku: z.string(),
    price: z.record(z.string(), z.object({ amount: z.int(), includes_tax: z.boolean() })),
  }),
  meta: z.looseObject({ display_price: shown.optional(), catalog_source: z.string() }),
});

/** Hierarchies, nodes, categories: what has a type and an id. */
export const namedSchema = z.looseObject({ type: z.string(), id: z.string() });

export const settingsSchema = z.looseObject({ type: z.string() });

export const currencySchema = z.looseObject({
  type: z.literal("currency"),
  id: z.string(),
  code: z.string(),
  decimal_places: z.int(),
  default: z.boolean(),
  enabled: z.boolean(),
});

export const fileSchema = z.looseObject({
  type: z.literal("file"),
  id: z.uuid(),
  link: z.object({ href: z.string() }),
  file_name: z.string(),
  mime_type: z.string(),
});

export const stockSchema = z.looseObject({
  id: z.uuid(),
  type: z.literal("stock"),
  total: z.int(),
  allocated: z.int(),
  available: z.int(),
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

export const one = <T extends z.ZodType>(schema: T) => z.looseObject({ data: schema });
export const all = <T extends z.ZodType>(schema: T) => z.looseObject({ data: z.array(schema) });

const link = z.string().nullable();

export const listed = <T extends z.ZodType>(schema: T) =>
  z.looseObject({
    data: z.array(schema),
    links: z.object({ current: link, first: link, last: link, next: link, prev: link }),
    meta: z.object({
      page: z.object({ limit: z.int(), offset: z.int(), current: z.int(), total: z.int() }),
      results: z.object({ total: z.int() }),
    }),
  });
