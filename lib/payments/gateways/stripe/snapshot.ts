import type Stripe from "stripe";
import type { GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import type { NextAction } from "@/lib/payments/core/types";
import { instrumentOf } from "./instrument";
import { pageOf } from "./page-seen";
import { disputeOf, movesMoney, refundOf } from "./taken-back";

/** Stripe's objects in our words. Pure: nothing here calls Stripe. */
export const INTENT_EXPAND = ["latest_charge.balance_transaction"];

export const SEVERAL_CAPTURES = { card: { request_multicapture: "if_available" } } as const;

/** On an intent that the shopper's browser or a reader confirms: a refused card is not its end. */
export const CONFIRMED_BY = "confirmed_by";

/** Stands beside an amount that may still change, and is changed together with it. */
export const ASKED_AMOUNT = "asked_amount";

const isConfirmedElsewhere = ({ metadata }: Stripe.PaymentIntent) =>
  metadata[CONFIRMED_BY] === "client" || metadata[CONFIRMED_BY] === "reader";

/** A capture leaves our transaction's id on the intent: 8 + 32 characters, and Stripe allows 40. */
export const captureMark = (transactionId: string): string =>
  `capture_${transactionId.replaceAll("-", "")}`;

type Seen = {
  intent: Stripe.PaymentIntent;
  session: Stripe.Checkout.Session | null;
  refunds: Stripe.Refund[] | null;
  disputes: Stripe.Dispute[];
};

export function snapshotOfIntent({ intent, session, refunds, disputes }: Seen): GatewaySnapshot {
  const charge = expanded(intent.latest_charge);
  const capturedMinor = intent.amount_received;
  const authorizedMinor = authorized(intent, charge);
  const fee = expanded(charge?.balance_transaction ?? null);
  return {
    gatewayRef: intent.id,
    sessionRef: session?.id ?? null,
    state: stateOf(intent, session),
    currency: intent.currency.toUpperCase(),
    authorizedMinor,
    capturedMinor,
    releasedMinor: isOver(intent) ? authorizedMinor - capturedMinor : 0,
    capturedFor: capturedFor(intent.metadata),
    refunds: refunds?.filter(movesMoney).map(refundOf) ?? null,
    // A fee that was taken in another currency is no amount of this payment's.
    feeMinor: fee !== null && fee.currency === intent.currency ? fee.fee : null,
    disputes: disputes.map(disputeOf),
    captureBefore: captureBefore(charge),
    instrument: charge ? { ...instrumentOf(charge), ...tipOf(intent) } : null,
    nextAction: nextActionOf(intent, session),
    failure: failureOf(intent),
    expired: intent.status === "canceled" && isExpiry(intent.cancellation_reason),
    ...asked(intent),
    ...(session && { page: pageOf(session) }),
  };
}

function tipOf({ amount_details }: Stripe.PaymentIntent): { tipMinor?: number } {
  const tipMinor = amount_details?.tip?.amount ?? 0;
  return tipMinor > 0 ? { tipMinor } : {};
}

/** Only an amount that we set, with the tip that was added to it, may change what an order costs. */
function asked(intent: Stripe.PaymentIntent): Pick<GatewaySnapshot, "asked"> {
  const { tipMinor = 0 } = tipOf(intent);
  const isOurs = intent.metadata[ASKED_AMOUNT] === String(intent.amount - tipMinor);
  return isOurs ? { asked: { amountMinor: intent.amount, tipMinor } } : {};
}

/** A checkout session in which nobody has tried to pay yet, or that ended without that. */
export function snapshotOfSession(session: Stripe.Checkout.Session): GatewaySnapshot {
  return {
    gatewayRef: null,
    sessionRef: session.id,
    state: session.status === "expired" ? "closed" : "collecting",
    currency: (session.currency ?? "").toUpperCase(),
    authorizedMinor: 0,
    capturedMinor: 0,
    releasedMinor: 0,
    capturedFor: [],
    refunds: null,
    feeMinor: null,
    disputes: [],
    captureBefore: null,
    instrument: null,
    nextAction: collect(session),
    failure:
      session.status === "expired" ? { code: "expired", message: "The time to pay ended." } : null,
    expired: false,
    page: pageOf(session),
  };
}

function expanded<T extends { id: string }>(value: string | T | null): T | null {
  return typeof value === "string" ? null : value;
}

const isOver = ({ status }: Stripe.PaymentIntent) =>
  status === "succeeded" || status === "canceled";

const isExpiry = (reason: Stripe.PaymentIntent.CancellationReason | null) =>
  reason === "automatic" || reason === "expired";

function authorized(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): number {
  if (intent.status === "requires_capture")
    return intent.amount_capturable + intent.amount_received;
  if (intent.status === "succeeded") {
    return intent.capture_method === "manual" ? intent.amount : intent.amount_received;
  }
  // A cancelled intent says nothing about the past; its charge does, if it ever got one through.
  return intent.status === "canceled" && charge?.status === "succeeded" ? charge.amount : 0;
}

function stateOf(
  intent: Stripe.PaymentIntent,
  session: Stripe.Checkout.Session | null,
): GatewaySnapshot["state"] {
  switch (intent.status) {
    case "succeeded":
      return "captured";
    case "requires_capture":
      return "authorized";
    case "processing":
      return "processing";
    case "requires_action":
      // Whoever holds a voucher has done their part here; the money comes in days, as a debit's does.
      return voucherUrl(intent) === null ? "requires_action" : "processing";
    case "canceled":
      return "closed";
    case "requires_payment_method":
    case "requires_confirmation":
    default:
      // In an open session the shopper can try again; a payment by API had its one try.
      if (session?.status === "open" || isConfirmedElsewhere(intent)) return "collecting";
      return session === null && intent.last_payment_error === null ? "requires_action" : "closed";
  }
}

function capturedFor(metadata: Stripe.Metadata): GatewaySnapshot["capturedFor"] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    const hex = /^capture_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
      key,
    );
    return hex ? [{ transactionId: hex.slice(1).join("-"), amountMinor: Number(value) }] : [];
  });
}

function captureBefore(charge: Stripe.Charge | null): Date | null {
  const details = charge?.payment_method_details;
  const seconds = details?.card?.capture_before ?? details?.card_present?.capture_before;
  return seconds ? new Date(seconds * 1000) : null;
}

function nextActionOf(
  intent: Stripe.PaymentIntent,
  session: Stripe.Checkout.Session | null,
): NextAction | null {
  if (session?.status === "open") return collect(session);
  const waits = ["requires_payment_method", "requires_confirmation"].includes(intent.status);
  if (waits && isConfirmedElsewhere(intent)) {
    return { kind: "collect", clientSecret: intent.client_secret, url: null };
  }
  if (intent.status !== "requires_action") return null;
  const voucher = voucherUrl(intent);
  if (voucher !== null) return { kind: "voucher", clientSecret: null, url: voucher };
  return {
    kind: "authenticate",
    clientSecret: intent.client_secret,
    url: intent.next_action?.redirect_to_url?.url ?? null,
  };
}

/** Where the paper stands that is paid at a counter or in a bank's app; null: there is none. */
function voucherUrl({ next_action: action }: Stripe.PaymentIntent): string | null {
  const details =
    action?.boleto_display_details ??
    action?.oxxo_display_details ??
    action?.konbini_display_details ??
    action?.multibanco_display_details;
  return details?.hosted_voucher_url ?? null;
}

function collect(session: Stripe.Checkout.Session): NextAction | null {
  if (session.status !== "open") return null;
  return { kind: "collect", clientSecret: session.client_secret, url: session.url };
}

function failureOf(intent: Stripe.PaymentIntent): GatewaySnapshot["failure"] {
  const error = intent.last_payment_error;
  if (!error) return null;
  return {
    code: error.decline_code ?? error.code ?? "card_declined",
    message: error.message ?? "The payment was declined.",
  };
}
