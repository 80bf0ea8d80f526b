import type Stripe from "stripe";
import { invalidRequest, missingParam } from "../errors";
import { idOf, newId, randomText } from "../ids";
import { formatAmount } from "../money";
import { cardByNumber } from "../methods/test-cards";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";

const SETTLES_AFTER_S = 5;
const SHOPPER_ANSWERS_AFTER_S = 180;
const INSTRUCTIONS_LAST_S = 45 * 86_400;

/** Paid with paper: the shopper is asked by e-mail for an account to which the money can go. */
const asksForBank = ["boleto", "konbini", "oxxo"];

export type RefundRequest = {
  charge: Stripe.Charge;
  amount: number | undefined;
  reason: Stripe.Refund["reason"];
  metadata: Record<string, string>;
  /** Where instructions go when the shopper must say where the money should go. */
  email?: string | undefined;
};

/** How much can still be given back; of a hold that is taken in parts, what was taken so far. */
export function refundableOf(charge: Stripe.Charge): number {
  const taken = charge.captured ? charge.amount : charge.amount_captured;
  return taken - charge.amount_refunded;
}

const isTaken = ({ status, captured, amount_captured }: Stripe.Charge) =>
  status === "succeeded" && (captured || amount_captured > 0);

export function createRefund(scope: Scope, request: RefundRequest): Stripe.Refund {
  const { charge } = request;
  if (isHeld(charge)) return releaseHold(scope, request);
  const amount = request.amount ?? refundableOf(charge);
  checkRefund(scope, charge, amount);
  const number = scope.store.secrets.find(charge.payment_method ?? "")?.number ?? "";
  const behaviour = cardByNumber(number)?.refund;
  const asksShopper = asksForBank.includes(charge.payment_method_details?.type ?? "");
  const status = asksShopper
    ? "requires_action"
    : behaviour === "pending"
      ? behaviour
      : "succeeded";
  const refund = saveRefund(scope, request, amount, status);
  const updated = saveRefunded(scope, charge, charge.amount_refunded + amount);
  scope.emit("refund.created", refund);
  scope.emit("charge.refunded", updated, { amount_refunded: charge.amount_refunded });
  if (asksShopper) scope.after(SHOPPER_ANSWERS_AFTER_S, "settle_refund", refund.id);
  else if (behaviour !== undefined) scope.after(SETTLES_AFTER_S, "settle_refund", refund.id);
  return refund;
}

/** A charge without an intent that was not captured: a refund gives back what it holds. */
const isHeld = (charge: Stripe.Charge) =>
  charge.payment_intent === null &&
  charge.status === "succeeded" &&
  !charge.captured &&
  !charge.refunded;

function releaseHold(scope: Scope, request: RefundRequest): Stripe.Refund {
  const { charge } = request;
  const amount = request.amount ?? charge.amount;
  if (amount !== charge.amount) {
    throw invalidRequest(
      "You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount",
      { param: "amount" },
    );
  }
  const refund = scope.store.refunds.save({
    ...blankRefund(scope, request, amount),
    balance_transaction: null,
    status: "succeeded",
  });
  const released = saveRefunded(scope, charge, amount);
  scope.emit("refund.created", refund);
  scope.emit("charge.refunded", released, { amount_refunded: 0 });
  return refund;
}

/** What was held and not captured goes back: a refund that moves no money of the account's. */
export function recordRelease(scope: Scope, charge: Stripe.Charge, amount: number): void {
  const request = { charge, amount, reason: null, metadata: {} };
  const refund = scope.store.refunds.save(blankRefund(scope, request, amount));
  scope.emit("refund.created", refund);
  scope.emit("charge.refunded", charge, { amount_refunded: 0 });
}

function checkRefund(scope: Scope, charge: Stripe.Charge, amount: number): void {
  if (charge.refunded && charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  if (!isTaken(charge)) {
    throw invalidRequest(
      charge.status === "succeeded"
        ? `This PaymentIntent (${idOf(charge.payment_intent) ?? charge.id}) does not have a successful charge to refund.`
        : `Charge ${charge.id} cannot be refunded because it did not succeed.`,
      { code: "charge_not_refundable" },
    );
  }
  // An inquiry is answered best by giving the money back; a dispute has taken it already.
  if (
    scope.store.disputes.by("charge", charge.id).some((dispute) => !dispute.is_charge_refundable)
  ) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  }
  const left = refundableOf(charge);
  if (amount < 1) throw invalidRequest("Invalid positive integer", { param: "amount" });
  if (amount > left) {
    const { currency } = charge;
    throw invalidRequest(
      `Refund amount (${formatAmount(amount, currency)}) is greater than ${charge.amount_refunded > 0 ? "unrefunded amount on charge" : "charge amount"} (${formatAmount(left, currency)})`,
      { code: "amount_too_large", param: "amount" },
    );
  }
}

function saveRefund(
  scope: Scope,
  request: RefundRequest,
  amount: number,
  status: "pending" | "requires_action" | "succeeded",
): Stripe.Refund {
  const { charge } = request;
  const blank = blankRefund(scope, request, amount);
  const { id } = blank;
  const entry = bookEntry(scope, {
    amount: -amount,
    currency: charge.currency,
    source: id,
    type: charge.id.startsWith("py_") ? "payment_refund" : "refund",
    reporting_category: "refund",
    description: `REFUND FOR CHARGE${charge.description === null ? "" : ` (${charge.description})`}`,
  });
  return scope.store.refunds.save({
    ...blank,
    balance_transaction: entry.id,
    destination_details: destination(charge, status),
    ...(status === "pending" ? { pending_reason: "processing" } : {}),
    ...(status === "requires_action" ? instructions(scope, request) : {}),
    status,
  });
}

function instructions(scope: Scope, { charge, email }: RefundRequest): Partial<Stripe.Refund> {
  const email_sent_to = email ?? charge.receipt_email ?? charge.billing_details.email;
  if (email_sent_to === null) {
    throw missingParam("instructions_email");
  }
  return {
    instructions_email: email_sent_to,
    next_action: {
      type: "display_details",
      display_details: {
        email_sent: { email_sent_at: scope.now, email_sent_to },
        expires_at: scope.now + INSTRUCTIONS_LAST_S,
      },
    },
  };
}

function blankRefund(
  scope: Scope,
  { charge, reason, metadata }: RefundRequest,
  amount: number,
): Stripe.Refund {
  return {
    id: newId(charge.id.startsWith("py_") ? "pyr" : "re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: destination(charge, "succeeded"),
    metadata,
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
}

function destination(charge: Stripe.Charge, status: string): Stripe.Refund.DestinationDetails {
  const type = charge.payment_method_details?.type ?? "card";
  if (type !== "card") return { type };
  const available = status === "succeeded";
  return {
    type: "card",
    card: {
      ...(available ? { reference: randomText(12) } : {}),
      reference_status: available ? "available" : "pending",
      reference_type: "acquirer_reference_number",
      type: "refund",
    },
  };
}

function saveRefunded(scope: Scope, charge: Stripe.Charge, amount_refunded: number): Stripe.Charge {
  const refunded = amount_refunded >= charge.amount;
  return scope.store.charges.save({ ...charge, amount_refunded, refunded });
}

/** What test cards make of a refund afterwards: it succeeds late, or the bank sends it back. */
export function settleRefund(scope: Scope, id: string): void {
  const refund = scope.store.refunds.find(id);
  const charge = scope.store.charges.find(idOf(refund?.charge) ?? "");
  if (refund === undefined || charge === undefined) return;
  if (refund.status === "pending" || refund.status === "requires_action") {
    const { pending_reason: _over, next_action: _done, ...rest } = refund;
    const settled = scope.store.refunds.save({
      ...rest,
      status: "succeeded",
      destination_details: destination(charge, "succeeded"),
    });
    scope.emit("refund.updated", settled, { status: refund.status });
    scope.emit("charge.refund.updated", settled, { status: refund.status });
    return;
  }
  if (refund.status === "succeeded") reverseRefund(scope, refund, charge, "failed");
}

/** The money comes back to the account: a refund that failed or was canceled. */
export function reverseRefund(
  scope: Scope,
  refund: Stripe.Refund,
  charge: Stripe.Charge,
  status: "failed" | "canceled",
): Stripe.Refund {
  const entry = bookEntry(scope, {
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    type: "refund_failure",
    reporting_category: "refund_failure",
    description: `REFUND FAILURE FOR ${refund.id}`,
  });
  const { next_action: _over, ...rest } = refund;
  const reversed = scope.store.refunds.save({
    ...rest,
    status,
    failure_balance_transaction: entry.id,
    ...(status === "failed" ? { failure_reason: "lost_or_stolen_card" } : {}),
  });
  saveRefunded(scope, charge, charge.amount_refunded - refund.amount);
  const previous = { status: refund.status };
  scope.emit("refund.updated", reversed, previous);
  scope.emit("charge.refund.updated", reversed, previous);
  if (status === "failed") scope.emit("refund.failed", reversed);
  return reversed;
}
