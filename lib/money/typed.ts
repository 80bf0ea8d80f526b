import { z } from "zod";

/** "7.25" is 725 hundredths of a percent. */
export const percentSchema = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, "Write a percentage, such as 19 or 7.25.")
  .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100))
  .refine((basisPoints) => basisPoints <= 10_000, "At most 100.");

/** A box of a form that was ticked. */
export const tickedSchema = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Empty: no number. */
export const maybeCountSchema = z
  .string()
  .trim()
  .regex(/^\d{0,9}$/, "Write a whole number, or nothing.")
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .refine((count) => count === null || count > 0, "Write a number above zero, or nothing.");

/** What `datetime-local` fields send, read as UTC. Empty: no time. */
export const maybeTimeSchema = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, "Write a date and a time, or nothing.")
  .transform((typed) => (typed === "" ? null : new Date(`${typed}:00Z`)));

export const timeField = (time: Date | null): string => time?.toISOString().slice(0, 16) ?? "";
