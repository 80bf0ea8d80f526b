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
