import { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { GatewayId } from "@/lib/payments/core/types";
import type { CapturePayment } from "@/lib/payments/operations/capture-payment";
import type { RefundPayment } from "@/lib/payments/operations/refund-payment";
import type { PayOrder } from "@/lib/payments/operations/pay-order";
import { amountMinor, optionalText, text } from "./parts";

/** The clients' names of gateways; null: they know it and we do not have it. */
export const gatewaySlugs = {
  manual: "manual",
  stripe: "stripe",
  stripe_payment_intents: "stripe",
  elastic_path_payments_stripe: "stripe",
  stripe_connect: "stripe_connect",
  stripe_platform_account: null,
  adyen: null,
  authorize_net: null,
  braintree: null,
  card_connect: null,
  cyber_source: null,
  paypal_express_checkout: null,
} as const satisfies Record<string, GatewayId | null>;

export type GatewaySlug = keyof typeof gatewaySlugs;

const isSlug = (value: string): value is GatewaySlug => value in gatewaySlugs;
const slugs = Object.keys(gatewaySlugs).filter(isSlug);
export const gatewaySlug = z.enum(slugs);

/** Whoever sends a card number here has to learn at once that it must never happen. */
const rawCard = z.undefined({
  error:
    "Card details are never accepted here: make a payment method with Stripe.js and send its id as `payment`",
});

const options = z.strictObject({
  receipt_email: z.email().max(200).nullish(),
  idempotency_key: text(255).min(1).nullish(),
  customer: text(255).min(1).nullish(),
  automatic_payment_methods: z.strictObject({ enabled: z.boolean() }).nullish(),
});

const source = z
  .string()
  .trim()
  .regex(/^(tok|src|pm|card|ba|py)_\w{1,250}$/, {
    error: "A payment is a Stripe token, source or payment method: tok_…, src_…, pm_…, card_…",
  });

export const paymentRequest = z.strictObject({
  data: z.strictObject({
    gateway: gatewaySlug,
    method: z.enum(["purchase", "authorize", "purchase_setup", "authorize_setup"]),
    amount: amountMinor.optional(),
    payment: source.optional(),
    payment_method_types: z.array(z.string().max(50)).max(20).optional(),
    paymentmethod_meta: z
      .strictObject({ name: optionalText(200), custom_reference: optionalText(200) })
      .nullish(),
    options: options.nullish(),
    number: rawCard.optional(),
    month: rawCard.optional(),
    year: rawCard.optional(),
    verification_value: rawCard.optional(),
    first_name: rawCard.optional(),
    last_name: rawCard.optional(),
  }),
});

type Payment = z.infer<typeof paymentRequest>["data"];
type Command = Omit<PayOrder, "orderId" | "actor">;

/** @throws DomainError gateway_disabled, gateway_cannot, invalid_input */
export function payCommandOf(data: Payment, headerKey: string | undefined): Command {
  const gateway = gatewaySlugs[data.gateway];
  if (gateway === null) {
    throw new DomainError("gateway_disabled", `The ${data.gateway} gateway is not enabled`);
  }
  const { method } = data;
  if (method === "purchase_setup" || method === "authorize_setup") {
    throw new DomainError("gateway_cannot", "Saving cards for later is not offered here");
  }
  if (gateway === "manual" && data.payment !== undefined) {
    throw new DomainError("invalid_input", "The manual gateway takes no payment method");
  }
  const meta = data.paymentmethod_meta;
  const reference = meta?.custom_reference ?? meta?.name ?? undefined;
  return {
    gateway,
    method,
    amountMinor: data.amount,
    source: data.payment,
    ...(confirmsInBrowser(data) && { clientConfirms: true }),
    customerRef: data.options?.customer ?? undefined,
    receiptEmail: data.options?.receipt_email ?? undefined,
    reference,
    client: {
      gateway: data.gateway,
      ...(meta?.name && { name: meta.name }),
      ...(meta?.custom_reference && { customReference: meta.custom_reference }),
    },
    idempotencyKey: data.options?.idempotency_key ?? headerKey,
  };
}

/** These clients begin a payment and let Stripe's own fields finish it in the browser. */
function confirmsInBrowser({ gateway, payment }: Payment): boolean {
  if (payment !== undefined) return false;
  return gateway === "elastic_path_payments_stripe" || gateway === "stripe_payment_intents";
}

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

export const gatewayRequest = z.strictObject({
  data: z.strictObject({
    type: z.literal("gateway").optional(),
    slug: z.string().max(50).optional(),
    name: z.string().max(100).optional(),
    enabled: z.boolean().optional(),
    login: text(255).optional(),
    stripe_account: text(255).optional(),
    test: z.boolean().optional(),
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
