import { z } from "zod";

/**
 * The vocabulary in which endpoints declare their parameters. Everything on the wire is a string; these
 * schemas turn it into numbers, booleans and lists, and `parse-params.ts` turns zod's issues into Stripe's
 * words (`Invalid integer: abc`, `Received unknown parameter: a[b]`, …).
 */
type Refusal = { message: string; code?: string };

const refuse = (ctx: z.RefinementCtx, refusal: Refusal) => {
  ctx.addIssue({ code: "custom", message: refusal.message, params: { code: refusal.code } });
  return z.NEVER;
};

/** Marks the refusal of an empty string, whose words need the name of the parameter. */
export const EMPTY = "parameter_invalid_empty";

/** A string of at most `max` characters. The empty string is refused: it means "unset". */
export const text = (max = 5000) =>
  z.string().transform((value, ctx) => {
    if (value === "") return refuse(ctx, { code: EMPTY, message: "" });
    if (value.length > max) {
      return refuse(ctx, {
        message: `Invalid string: ${value.slice(0, 20)}...${value.slice(-10)}; must be at most ${max} characters`,
      });
    }
    return value;
  });

/** A whole number. Bounds are the API's own; amounts have further rules of their own. */
export const integer = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) =>
  z.string().transform((value, ctx) => {
    if (value === "") return refuse(ctx, { code: EMPTY, message: "" });
    const number = /^-?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(number)) {
      return refuse(ctx, {
        code: "parameter_invalid_integer",
        message: `Invalid integer: ${value.slice(0, 40)}`,
      });
    }
    if (number < min) {
      return refuse(ctx, {
        code: "parameter_invalid_integer",
        message: `This value must be greater than or equal to ${min}.`,
      });
    }
    if (number > max) {
      return refuse(ctx, {
        code: "parameter_invalid_integer",
        message: `This value must be less than or equal to ${max}.`,
      });
    }
    return number;
  });

export const decimal = () =>
  z.string().transform((value, ctx) => {
    const number = /^-?\d{1,12}(\.\d{1,12})?$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number)) return refuse(ctx, { message: `Invalid decimal: ${value}` });
    return number;
  });

export const flag = () =>
  z.string().transform((value, ctx) => {
    if (value === "") return refuse(ctx, { code: EMPTY, message: "" });
    if (value === "true") return true;
    if (value === "false") return false;
    return refuse(ctx, { message: `Invalid boolean: ${value}` });
  });

/** One of a closed list of words. */
export const oneOf = <const T extends string>(...words: readonly T[]) =>
  z.string().transform((value, ctx): T => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    if (value === "") return refuse(ctx, { code: EMPTY, message: "" });
    return refuse(ctx, { message: `must be one of ${sentence(words)}` });
  });

function sentence(words: readonly string[]): string {
  if (words.length < 3) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")}, or ${words.at(-1)}`;
}

/** `a[0]=x&a[1]=y` and `a[]=x`. The empty string is the empty list. */
export const list = <S extends z.ZodType>(item: S, max = 100) =>
  z.preprocess((value: unknown) => {
    if (value === "") return [];
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    return entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, item]) => item) : value;
  }, z.array(item).max(max));

/** A parameter that `""` unsets: it is then `null`. */
export const unsettable = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal("").transform(() => null), schema]);

/** An absolute address, with or without a template in it. */
export const url = () =>
  z.string().transform((value, ctx) => {
    if (!/^https?:\/\/[^\s]+$/.test(value)) {
      return refuse(ctx, { code: "url_invalid", message: "Not a valid URL" });
    }
    return value;
  });

/** Three lowercase letters; Stripe accepts capitals and answers in lower case. */
export const currency = () =>
  z.string().transform((value, ctx) => {
    const code = value.toLowerCase();
    if (/^[a-z]{3}$/.test(code)) return code;
    return refuse(ctx, { message: `Invalid currency: ${code}.` });
  });

/** What is left of metadata after parsing; `""` as a value removes its key. */
export const metadata = () =>
  z.union([
    z.literal("").transform(() => null),
    z.record(z.string(), z.string()).superRefine((value, ctx) => {
      for (const [key, entry] of Object.entries(value)) {
        if (key.length > 40) {
          refuse(ctx, {
            message: `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
          });
        }
        if (entry.length > 500) {
          ctx.addIssue({
            code: "custom",
            path: [key],
            message: `Metadata values can have up to 500 characters, but you passed in a value that is ${entry.length} characters. Invalid value: ${entry}`,
          });
        }
      }
    }),
  ]);

/** Range filters of lists: `created=…` or `created[gte]=…`. */
export const range = () =>
  z.union([
    integer().transform((equal) => ({ gte: equal, lte: equal, gt: undefined, lt: undefined })),
    z.strictObject({
      gt: integer().optional(),
      gte: integer().optional(),
      lt: integer().optional(),
      lte: integer().optional(),
    }),
  ]);

/** The cursor parameters that every list takes. */
export const pageParams = {
  limit: integer(1, 100).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};
