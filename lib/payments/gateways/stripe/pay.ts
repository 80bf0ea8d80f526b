import type Stripe from "stripe";
import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { Ask } from "@/lib/payments/gateways/gateway";
import { readError } from "./errors";
import { keyed, type Scope } from "./scope";
import {
  ASKED_AMOUNT,
  CONFIRMED_BY,
  INTENT_EXPAND,
  SEVERAL_CAPTURES,
  snapshotOfIntent,
} from "./snapshot";

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
  const { customerRef, receiptEmail, applicationFeeMinor, severalCaptures, card, keepFor } =
    transaction.request;
  const { offSession } = transaction.request;
  const manual = payment.method === "authorize";
  const confirmedBy = whoConfirms({ transaction, payment });
  const mayChange = confirmedBy === "reader" || (confirmedBy === "client" && card !== undefined);
  const several = manual && severalCaptures !== false && confirmedBy !== "reader";
  return {
    amount: transaction.amountMinor,
    currency: payment.currency.toLowerCase(),
    ...waysToPay(confirmedBy, card !== undefined),
    ...(card?.keep && { setup_future_usage: "off_session" }),
    ...(keepFor !== undefined && { setup_future_usage: keepFor }),
    ...(customerRef !== undefined && { customer: customerRef }),
    ...(offSession && confirmedBy === "us" && { off_session: true }),
    ...(receiptEmail !== undefined && { receipt_email: receiptEmail }),
    ...(applicationFeeMinor !== undefined && { application_fee_amount: applicationFeeMinor }),
    ...(manual && { capture_method: "manual" }),
    ...(several && { payment_method_options: SEVERAL_CAPTURES }),
    description: `Order ${payment.orderId}`,
    metadata: {
      order_id: payment.orderId,
      payment_id: payment.id,
      transaction_id: transaction.id,
      ...(confirmedBy !== "us" && { [CONFIRMED_BY]: confirmedBy }),
      ...(mayChange && { [ASKED_AMOUNT]: String(transaction.amountMinor) }),
    },
  };
}

type Confirming = "us" | "client" | "reader";

function whoConfirms({ transaction, payment }: Ask): Confirming {
  if (payment.collectedBy === "card_present") return "reader";
  return transaction.request.clientConfirms ? "client" : "us";
}

function waysToPay(by: Confirming, onlyCards: boolean): Partial<Stripe.PaymentIntentCreateParams> {
  if (by === "reader") return { allowed_payment_method_types: ["card_present"] };
  if (by === "us") return HERE_AND_NOW;
  if (onlyCards) return { allowed_payment_method_types: ["card"] };
  return { automatic_payment_methods: { enabled: true } };
}

/** A token is the raw material of a payment method; everything else is one. */
async function methodOf(
  scope: Scope,
  ask: Ask,
): Promise<Pick<Stripe.PaymentIntentCreateParams, "payment_method">> {
  const { source = "" } = ask.transaction.request;
  const by = whoConfirms(ask);
  // A card that the shopper has chosen before they confirm.
  if (by === "client" && source.startsWith("pm_")) return { payment_method: source };
  if (by !== "us") return {};
  if (!source.startsWith("tok_")) return { payment_method: source };
  const method = await scope.client.paymentMethods.create(
    { type: "card", card: { token: source } },
    { ...scope.options, idempotencyKey: `${ask.transaction.id}-method` },
  );
  return { payment_method: method.id };
}
