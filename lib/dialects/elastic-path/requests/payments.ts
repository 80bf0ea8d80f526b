import { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { PayOrder } from "@/lib/payments/operations/pay-order";
import { gatewaySlug, gatewaySlugs } from "./gateways";
import { amountMinor, optionalText, text } from "./parts";

/** Whoever sends a card number here has to learn at once that it must never happen. */
const rawCard = z.undefined({
  error:
    "Card details are never accepted here: make a payment method with Stripe.js and send its id as `payment`",
});

const options = z.strictObject({
  receipt_email: z.email().max(200).nullish(),
  idempotency_key: text(255).min(1).nullish(),
  customer: text(255).min(1).nullish(),
  destination: z
    .undefined({ error: "Money for another account is paid through the stripe_connect gateway" })
    .optional(),
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

/** What a cart can begin to pay before it is checked out: a payment that the browser confirms. */
export const cartPaymentRequest = z.strictObject({
  data: z.strictObject({
    gateway: z.enum(["elastic_path_payments_stripe", "stripe_payment_intents"]),
    method: z.enum(["purchase", "authorize", "purchase_setup", "authorize_setup"]),
    amount: amountMinor.optional(),
    payment_method_types: z.array(z.string().max(50)).max(20).optional(),
    options: options.nullish(),
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
  const { method, isSetup } = methodOf(data);
  if (isSetup && gateway === "manual") {
    throw new DomainError("gateway_cannot", "A manual payment has nothing to be set up");
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
      ...(isSetup && { setup: true }),
      ...(meta?.name && { name: meta.name }),
      ...(meta?.custom_reference && { customReference: meta.custom_reference }),
    },
    idempotencyKey: data.options?.idempotency_key ?? headerKey,
  };
}

/** A payment that is set up is begun here and finished by the shopper elsewhere. */
function methodOf({ method }: Pick<Payment, "method">) {
  const isSetup = method === "purchase_setup" || method === "authorize_setup";
  const plain = method === "purchase" || method === "purchase_setup" ? "purchase" : "authorize";
  return { method: plain, isSetup } as const;
}

/** These clients begin a payment and let Stripe's own fields finish it in the browser. */
function confirmsInBrowser(data: Payment): boolean {
  const { gateway, payment } = data;
  if (payment !== undefined) return false;
  if (methodOf(data).isSetup) return true;
  return gateway === "elastic_path_payments_stripe" || gateway === "stripe_payment_intents";
}
