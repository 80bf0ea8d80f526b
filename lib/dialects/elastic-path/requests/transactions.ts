import { z } from "zod";
import type { CapturePayment } from "@/lib/payments/operations/capture-payment";
import type { RefundPayment } from "@/lib/payments/operations/refund-payment";
import { amountMinor, optionalText, text } from "./parts";

/** What older clients still say when they confirm is known from the payment itself. */
export const confirmRequest = z.strictObject({
  data: z.strictObject({
    gateway: z.string().max(50).optional(),
    method: z.string().max(50).optional(),
    payment: z.string().max(255).optional(),
    options: z.looseObject({}).nullish(),
  }),
});

export const captureRequest = z.strictObject({
  data: z.strictObject({
    /** Left out: everything that is still authorized. */
    amount: amountMinor.optional(),
    custom_reference: optionalText(200),
    /** Manual: the money was taken elsewhere, as that of a manual payment always is. */
    capture_mechanism: z.enum(["automatic", "manual"]).nullish(),
    options: z
      .strictObject({
        soft_descriptor: optionalText(100),
        note_to_payer: optionalText(1_000),
        idempotency_key: text(255).min(1).nullish(),
      })
      .nullish(),
  }),
});

const reasons = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"] as const;

export const refundRequest = z.strictObject({
  data: z.strictObject({
    /** Left out: the money went back elsewhere, and all of it is marked as refunded. */
    amount: amountMinor.optional(),
    options: z
      .strictObject({
        note_to_payer: optionalText(1_000),
        note: optionalText(1_000),
        reason: z.enum(reasons).nullish(),
        idempotency_key: text(255).min(1).nullish(),
      })
      .nullish(),
  }),
});

export const cancelRequest = z.strictObject({
  data: z.strictObject({
    reason: z.enum(reasons).nullish(),
    options: z.strictObject({ idempotency_key: text(255).min(1).nullish() }).nullish(),
  }),
});

type Change = Pick<CapturePayment, "amountMinor" | "idempotencyKey" | "note" | "reason">;

export function captureCommandOf(
  data: z.infer<typeof captureRequest>["data"],
  headerKey: string | undefined,
): Change {
  return {
    amountMinor: data.amount,
    note: data.custom_reference ?? data.options?.note_to_payer ?? undefined,
    idempotencyKey: data.options?.idempotency_key ?? headerKey,
  };
}

/** With an amount the gateway gives money back; without one it went back elsewhere. */
export function refundCommandOf(
  data: z.infer<typeof refundRequest>["data"],
  headerKey: string | undefined,
): Change & Pick<RefundPayment, "mechanism"> {
  const { amount, options } = data;
  return {
    amountMinor: amount,
    mechanism: amount === undefined ? "manual" : "automatic",
    note: options?.note_to_payer ?? options?.note ?? undefined,
    reason: options?.reason ?? undefined,
    idempotencyKey: options?.idempotency_key ?? headerKey,
  };
}

export function cancelCommandOf(
  data: z.infer<typeof cancelRequest>["data"],
  headerKey: string | undefined,
): Omit<Change, "amountMinor"> {
  return {
    reason: data.reason ?? undefined,
    idempotencyKey: data.options?.idempotency_key ?? headerKey,
  };
}
