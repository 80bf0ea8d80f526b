import { z } from "zod";
import { price, reference, shown, timestamps } from "./response-parts";

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
