import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { formatAmount } from "../money";
import { cardByNumber } from "../methods/test-cards";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";
import { returnShares, type Returns } from "./connect-returns";
import { blankRefund, destination, instructions } from "./refund-shape";

const SETTLES_AFTER_S = 5;
const SHOPPER_ANSWERS_AFTER_S = 180;

/** Paid with paper: the shopper is asked by e-mail for an account to which the money can go. */
const asksForBank = ["boleto", "konbini", "oxxo"];

export type RefundRequest = {
  charge: Stripe.Charge;
  amount: number | undefined;
  reason: Stripe.Refund["reason"];
  metadata: Record<string, string>;
  /** Where instructions go when the shopper must say where the money should go. */
  email?: string | undefined;
  returns?: Returns;
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
  const refund = withShares(scope, request, saveRefund(scope, request, amount, status));
  const updated = saveRefunded(scope, charge, charge.amount_refunded + amount);
  scope.emit("refund.created", refund);
  scope.emit("charge.refunded", updated, { amount_refunded: charge.amount_refunded });
  if (asksShopper) scope.after(SHOPPER_ANSWERS_AFTER_S, "settle_refund", refund.id);
  else if (behaviour !== undefined) scope.after(SETTLES_AFTER_S, "settle_refund", refund.id);
  return refund;
}

function withShares(
  scope: Scope,
  { charge, returns }: RefundRequest,
  refund: Stripe.Refund,
): Stripe.Refund {
  if (returns === undefined) return refund;
  const transfer_reversal = returnShares(scope, charge, refund, returns);
  return scope.store.refunds.save({ ...refund, transfer_reversal });
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
      { param: "amount" },
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

export function saveRefunded(
  scope: Scope,
  charge: Stripe.Charge,
  amount_refunded: number,
): Stripe.Charge {
  const refunded = amount_refunded >= charge.amount;
  return scope.store.charges.save({ ...charge, amount_refunded, refunded });
}
