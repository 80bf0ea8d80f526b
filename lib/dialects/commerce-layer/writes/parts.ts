import { z } from "zod";

/** A relationship as a body names it: it becomes the id that it leads to. */
export const to = (...types: string[]) =>
  z
    .object({ data: z.object({ type: z.enum(types), id: z.string().min(1).max(100) }) })
    .transform(({ data }) => data.id);

/** The same, where nothing may be said too. */
export const maybeTo = (...types: string[]) =>
  z
    .object({ data: z.object({ type: z.enum(types), id: z.string().max(100) }).nullable() })
    .transform(({ data }) => data?.id)
    .optional();

/** The same, where null takes away what was there. */
export const toOrNone = (...types: string[]) =>
  z
    .object({ data: z.object({ type: z.enum(types), id: z.string().max(100) }).nullable() })
    .transform(({ data }) => data?.id ?? null)
    .optional();

export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, "has characters that cannot be printed");

export const url = z.union([z.url({ protocol: /^https?$/ }).max(2_000), z.literal("")]).nullish();

/** `_place: false` asks for nothing. */
export const trigger = z.boolean().nullish();

export const none = z.strictObject({});
