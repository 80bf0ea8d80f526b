import { z } from "zod";
import { orderLinkPattern } from "@/lib/auth/order-link";
import { billingContact } from "./billing-contact";
import { payingFrom } from "./payment-links";

const rateForm = z.object({
  rateCode: z.string().max(100).catch(""),
  /** Absent or unreadable: nobody says what they saw, so nothing is compared. */
  seenGoodsMinor: z.coerce.number().int().nonnegative().optional().catch(undefined),
});

export function readRateForm(form: FormData): z.infer<typeof rateForm> {
  return rateForm.parse(Object.fromEntries(form));
}

const orderToken = z.string().regex(orderLinkPattern);

export const orderForm = z.object({ order: orderToken });

export const billingForm = z.object({ order: orderToken, billing: billingContact });

/** The form that leads to the payment provider's page. */
export const payForm = z.object({
  order: orderToken,
  from: z.enum(payingFrom).catch("checkout"),
});

export const paymentCheck = z.object({
  orderToken,
  sessionId: z.string().max(255),
  /** Where its form stands: a payment page made for elsewhere would be another one. */
  from: z.enum(payingFrom),
  /** The total on the page, which may have become another one in another tab. */
  seenMinor: z.int(),
});
