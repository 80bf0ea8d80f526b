import { z } from "zod";

const rateForm = z.object({
  rateCode: z.string().max(100).catch(""),
  /** Absent or unreadable: nobody says what they saw, so nothing is compared. */
  seenGoodsMinor: z.coerce.number().int().nonnegative().optional().catch(undefined),
});

export function readRateForm(form: FormData): z.infer<typeof rateForm> {
  return rateForm.parse(Object.fromEntries(form));
}

const orderToken = z.string().regex(/^[\w-]{32}$/);

export const orderForm = z.object({ order: orderToken });

export const paymentCheck = z.object({ orderToken, sessionId: z.string().max(255) });
