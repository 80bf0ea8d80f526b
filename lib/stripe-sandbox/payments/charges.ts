import type Stripe from "stripe";
import { idOf, newId } from "../ids";
import type { Decline } from "../methods/declines";
import type { CardBehaviour } from "../methods/test-cards";
import type { Scope } from "../scope";
import { approved, refused } from "./outcome";
import { bookEntry, feeFor, stripeFee } from "./balance";
import { chargeDetails } from "./charge-details";
import { withGeneratedCard } from "./generated-card";
import { applicationFeeDetail, collectConnectShares, feeOfDirectCharge } from "./connect";

/** Cards hold an authorization for seven days, terminals for two. */
const HOLD_S = 7 * 86_400;
const PRESENT_HOLD_S = 2 * 86_400;

export type Attempt = {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  card: CardBehaviour;
  authenticated: boolean;
};

/** A charge that took the money, or holds it when the intent is captured later. */
export function saveCharge(scope: Scope, attempt: Attempt, captured: boolean): Stripe.Charge {
  const { intent } = attempt;
  const charge = chargeBase(scope, attempt, captured);
  const paid: Stripe.Charge = {
    ...charge,
    status: "succeeded",
    paid: true,
    captured,
    amount_captured: captured ? intent.amount : 0,
    outcome: approved(attempt.card),
    receipt_url: `${scope.world.origin}/receipts/${charge.id}`,
    transfer_group: intent.transfer_group ?? (intent.transfer_data ? `group_${intent.id}` : null),
    payment_method_details: withGeneratedCard(scope, attempt, charge),
  };
  return scope.store.charges.save(captured ? collect(scope, paid, intent, attempt.card) : paid);
}

/** A bank debit on its way: `pending` until the bank answers. */
export function savePendingCharge(scope: Scope, attempt: Attempt): Stripe.Charge {
  const charge = chargeBase(scope, attempt, true);
  const outcome = approved(attempt.card);
  const receipt_url = `${scope.world.origin}/receipts/${charge.id}`;
  const amount_captured = attempt.intent.amount;
  const pending = { ...charge, captured: true, amount_captured, outcome, receipt_url };
  return scope.store.charges.save(pending);
}

export function saveFailedCharge(scope: Scope, attempt: Attempt, decline: Decline): Stripe.Charge {
  return scope.store.charges.save({
    ...chargeBase(scope, attempt, false),
    status: "failed",
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: refused(attempt.card, decline),
  });
}

/** Books what a captured charge brings in, and hands out connected accounts' shares. */
export function collect(
  scope: Scope,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
  card: CardBehaviour,
): Stripe.Charge {
  const { currency, description } = charge;
  const amount = charge.amount_captured;
  const fee = feeFor(amount);
  const ours = feeOfDirectCharge(scope, intent);
  const kind = charge.payment_method_details?.type === "card" ? "charge" : "payment";
  const entry = bookEntry(scope, {
    amount,
    currency,
    source: charge.id,
    type: kind,
    reporting_category: "charge",
    description,
    fee: fee + ours,
    ...(ours === 0
      ? {}
      : { feeDetails: [applicationFeeDetail(ours, currency), stripeFee(fee, currency)] }),
    available: card.bypassPending === true,
  });
  return collectConnectShares(scope, { ...charge, balance_transaction: entry.id }, intent);
}

/** What nothing has happened to yet. */
const untouched = {
  object: "charge",
  amount_captured: 0,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  balance_transaction: null,
  captured: false,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  outcome: null,
  paid: false,
  radar_options: {},
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  source: null,
  source_transfer: null,
  status: "pending",
} satisfies Partial<Stripe.Charge>;

function chargeBase(scope: Scope, attempt: Attempt, captured: boolean): Stripe.Charge {
  const { intent, method } = attempt;
  const isCard = method.type === "card" || method.type === "card_present";
  return {
    id: newId(isCard ? "ch" : "py"),
    ...untouched,
    amount: intent.amount,
    application_fee_amount: intent.application_fee_amount,
    billing_details: method.billing_details,
    calculated_statement_descriptor: descriptorOf(scope, intent),
    created: scope.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    metadata: intent.metadata,
    on_behalf_of: idOf(intent.on_behalf_of),
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(scope, attempt, captured),
    receipt_email: intent.receipt_email,
    shipping: intent.shipping,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_data: shareOf(intent.transfer_data),
    transfer_group: intent.transfer_group,
  };
}

function detailsOf(scope: Scope, { intent, method, card, authenticated }: Attempt, taken: boolean) {
  const options = intent.payment_method_options?.card;
  const hold = method.type === "card_present" ? PRESENT_HOLD_S : HOLD_S;
  return chargeDetails({
    method,
    card,
    amount: intent.amount,
    currency: intent.currency,
    captureBefore: taken ? null : scope.now + hold,
    authenticated,
    multicapture: options?.request_multicapture === "if_available",
    incremental: options?.request_incremental_authorization === "if_available",
  });
}

function shareOf(data: Stripe.PaymentIntent["transfer_data"]): Stripe.Charge.TransferData | null {
  if (data === null || data === undefined) return null;
  return { amount: data.amount ?? null, destination: data.destination };
}

function descriptorOf(scope: Scope, intent: Stripe.PaymentIntent): string {
  const prefix = scope.world.settings.merchant.toUpperCase();
  const suffix = intent.statement_descriptor_suffix;
  const text = intent.statement_descriptor ?? (suffix === null ? prefix : `${prefix}* ${suffix}`);
  return text.slice(0, 22);
}
