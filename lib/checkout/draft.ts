import { z } from "zod";
import { addressSchema } from "@/lib/shipping/address";

/**
 * What the shopper has typed so far, as it was typed. Nothing is refused here: a half-filled address is
 * kept too, so that a mistake, a reload or another device loses nothing. `form/problems.ts` says what
 * is still missing, and an order is only made of a draft without problems.
 */
const draftSchema = z.object({
  email: z.string().default(""),
  phone: z.string().default(""),
  shipping: addressSchema.default(() => addressSchema.parse({})),
  /** Null: the bill goes where the goods go. */
  billing: addressSchema.nullable().default(null),
  /** The code of the chosen shipping rate; empty: none was chosen yet. */
  rateCode: z.string().default(""),
});

export type CheckoutDraft = z.infer<typeof draftSchema>;

/** It is ours, but an older version of us may have written it: what does not fit is left out. */
export function readDraft(stored: unknown): CheckoutDraft {
  const parsed = draftSchema.safeParse(stored);
  return parsed.success ? parsed.data : draftSchema.parse({});
}
