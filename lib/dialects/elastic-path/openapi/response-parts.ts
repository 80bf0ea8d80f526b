import { z } from "zod";

/** What several answers are made of. */
export const moneySchema = z.object({
  amount: z.int(),
  currency: z.string(),
  formatted: z.string(),
});

export const price = z.object({ amount: z.int(), currency: z.string(), includes_tax: z.boolean() });
export const timestamps = z.object({ created_at: z.iso.datetime(), updated_at: z.iso.datetime() });
const pair = z.object({ unit: moneySchema, value: moneySchema });
export const linePrices = z.object({
  with_tax: pair,
  without_tax: pair,
  tax: pair,
  discount: pair,
  without_discount: pair,
});
export const shown = z.object({ with_tax: moneySchema, without_tax: moneySchema });
export const totals = shown.extend({
  tax: moneySchema,
  discount: moneySchema,
  without_discount: moneySchema,
  shipping: moneySchema,
});

export const reference = z.object({ type: z.string(), id: z.string() });

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
