import type Stripe from "stripe";
import type { GatewayAnswer } from "@/lib/payments/core/types";
import type { Ask } from "@/lib/payments/gateways/gateway";
import { readError } from "./errors";
import { keyed, type Scope } from "./scope";
import { CONFIRMED_BY, INTENT_EXPAND, SEVERAL_CAPTURES, snapshotOfIntent } from "./snapshot";

/** Pays with a payment method, token or source that the caller already has. */
export async function pay(scope: Scope, ask: Ask): Promise<GatewayAnswer> {
  try {
    const method = await methodOf(scope, ask);
    const params = { ...intentParams(ask), ...method, expand: INTENT_EXPAND };
    return seen(await scope.client.paymentIntents.create(params, keyed(scope, ask)));
  } catch (error) {
    const refusal = readError(error);
    if (refusal.kind === "unknown") return refusal;
    const { failure, intent } = refusal;
    // The refused intent lives on at Stripe and could be paid later, so its id is remembered.
    const snapshot =
      intent && snapshotOfIntent({ intent, session: null, refunds: null, disputes: [] });
    return { kind: "declined", failure, snapshot: snapshot && { ...snapshot, state: "closed" } };
  }
}

function seen(intent: Stripe.PaymentIntent): GatewayAnswer {
  const snapshot = snapshotOfIntent({ intent, session: null, refunds: null, disputes: [] });
  return { kind: "seen", snapshot };
}

/** A redirect would need a page that this caller does not have. */
const HERE_AND_NOW = {
  confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: "never" },
} as const;

function intentParams({ transaction, payment }: Ask): Stripe.PaymentIntentCreateParams {
  const { customerRef, receiptEmail, applicationFeeMinor, clientConfirms, severalCaptures } =
    transaction.request;
  const manual = payment.method === "authorize";
  return {
    amount: transaction.amountMinor,
    currency: payment.currency.toLowerCase(),
    ...(clientConfirms ? { automatic_payment_methods: { enabled: true } } : HERE_AND_NOW),
    ...(customerRef !== undefined && { customer: customerRef }),
    ...(receiptEmail !== undefined && { receipt_email: receiptEmail }),
    ...(applicationFeeMinor !== undefined && { application_fee_amount: applicationFeeMinor }),
    ...(manual && { capture_method: "manual" }),
    ...(manual && severalCaptures !== false && { payment_method_options: SEVERAL_CAPTURES }),
    description: `Order ${payment.orderId}`,
    metadata: {
      order_id: payment.orderId,
      payment_id: payment.id,
      transaction_id: transaction.id,
      ...(clientConfirms && { [CONFIRMED_BY]: "client" }),
    },
  };
}

/** A token is the raw material of a payment method; everything else is one. */
async function methodOf(
  scope: Scope,
  ask: Ask,
): Promise<Pick<Stripe.PaymentIntentCreateParams, "payment_method">> {
  const { source = "", clientConfirms } = ask.transaction.request;
  if (clientConfirms) return {};
  if (!source.startsWith("tok_")) return { payment_method: source };
  const method = await scope.client.paymentMethods.create(
    { type: "card", card: { token: source } },
    { ...scope.options, idempotencyKey: `${ask.transaction.id}-method` },
  );
  return { payment_method: method.id };
}
