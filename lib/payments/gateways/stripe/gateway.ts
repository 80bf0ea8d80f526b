import type Stripe from "stripe";
import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { GatewayId } from "@/lib/payments/core/types";
import type { Ask, Gateway } from "@/lib/payments/gateways/gateway";
import { inTime } from "@/lib/payments/gateways/patience";
import { amendCheckout } from "./amend-checkout";
import { requestPatience, stripe } from "./client";
import { close } from "./close";
import { look, lookAtIntent, looking } from "./look";
import { takenSince } from "./taken-since";
import { pay } from "./pay";
import { answering, keyed, type Scope } from "./scope";
import { openCheckout } from "./open-checkout";
import { captureMark, INTENT_EXPAND, snapshotOfIntent } from "./snapshot";

const capabilities = new Set([
  "checkout_page",
  "authorize",
  "partial_capture",
  "partial_refund",
  "void",
] as const);

/** @param account `acct_…` for direct charges on a connected account; null for our own. */
export function stripeGateway(id: GatewayId, account: string | null): Gateway {
  const scope = (): Scope => ({
    client: stripe(),
    options: { ...requestPatience(), ...(account !== null && { stripeAccount: account }) },
  });
  return {
    id,
    capabilities,
    pay: (ask) => inTime(pay(scope(), ask)),
    openCheckout: (ask, order) => inTime(openCheckout(scope(), ask, order)),
    amendCheckout: (ask, order) => inTime(amendCheckout(scope(), ask, order)),
    capture: (ask) => inTime(capture(scope(), ask)),
    refund: (ask) => inTime(refund(scope(), ask)),
    void: (ask) => inTime(release(scope(), ask)),
    look: (payment) => inTime(look(scope(), payment)),
    lookAtRef: (gatewayRef) => inTime(looking(() => lookAtIntent(scope(), gatewayRef, true))),
    takenSince: (since) => takenSince(scope(), since),
    close: (payment) => inTime(close(scope(), payment)),
  };
}

async function capture(scope: Scope, ask: Ask): Promise<GatewayAnswer> {
  const { transaction, payment } = ask;
  return onIntent(ask, async (intentId) => {
    const several = payment.instrument?.multicapture === true;
    const fee = transaction.request.applicationFeeMinor;
    const intent = await scope.client.paymentIntents.capture(
      intentId,
      {
        amount_to_capture: transaction.amountMinor,
        metadata: { [captureMark(transaction.id)]: String(transaction.amountMinor) },
        expand: INTENT_EXPAND,
        ...(several && { final_capture: transaction.request.finalCapture !== false }),
        ...(fee !== undefined && { application_fee_amount: fee }),
      },
      keyed(scope, ask),
    );
    return succeeded(intent);
  });
}

async function refund(scope: Scope, ask: Ask): Promise<GatewayAnswer> {
  const { transaction, payment } = ask;
  return onIntent(ask, async (intentId) => {
    const refundFee = payment.gateway === "stripe_connect" && hasApplicationFee(ask);
    const { id, status } = await scope.client.refunds.create(
      {
        payment_intent: intentId,
        amount: transaction.amountMinor,
        ...reasonOf(transaction.request.reason),
        metadata: { transaction_id: transaction.id, order_id: transaction.orderId },
        ...(refundFee && { refund_application_fee: true }),
      },
      keyed(scope, ask),
    );
    if (status === "succeeded") return { kind: "succeeded", gatewayRef: id, snapshot: null };
    if (status === "failed" || status === "canceled") {
      const failure = { code: "refund_failed", message: "The refund did not go through." };
      return { kind: "declined", failure, snapshot: null };
    }
    return { kind: "pending", gatewayRef: id, snapshot: null };
  });
}

function hasApplicationFee({ payment }: Ask): boolean {
  return payment.transactions.some(({ request }) => request.applicationFeeMinor !== undefined);
}

/** Stripe knows three reasons; the merchant's own words stay with us. */
function reasonOf(reason: string | undefined): { reason?: Stripe.RefundCreateParams.Reason } {
  switch (reason) {
    case "duplicate":
    case "fraudulent":
    case "requested_by_customer":
      return { reason };
    default:
      return {};
  }
}

async function release(scope: Scope, ask: Ask): Promise<GatewayAnswer> {
  const { transaction } = ask;
  return onIntent(ask, async (intentId) => {
    // Also after a part was captured: Stripe lets go of what is left.
    const reason = cancelReason(transaction.request.reason);
    const params = { ...reason, expand: INTENT_EXPAND };
    return succeeded(await scope.client.paymentIntents.cancel(intentId, params, keyed(scope, ask)));
  });
}

function cancelReason(reason: string | undefined): {
  cancellation_reason?: Stripe.PaymentIntentCancelParams.CancellationReason;
} {
  switch (reason) {
    case "duplicate":
    case "fraudulent":
    case "requested_by_customer":
    case "abandoned":
      return { cancellation_reason: reason };
    default:
      return {};
  }
}

function succeeded(intent: Stripe.PaymentIntent): GatewayAnswer {
  const snapshot = snapshotOfIntent({ intent, session: null, refunds: null, disputes: [] });
  return { kind: "succeeded", gatewayRef: intent.id, snapshot };
}

async function onIntent(
  { payment }: Ask,
  work: (intentId: string) => Promise<GatewayAnswer>,
): Promise<GatewayAnswer> {
  if (payment.gatewayRef === null) {
    const failure = { code: "no_payment", message: "The gateway has no such payment." };
    return { kind: "declined", failure, snapshot: null };
  }
  return answering(() => work(payment.gatewayRef ?? ""));
}
