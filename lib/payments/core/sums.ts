import { isOpen } from "./transaction-machine";
import type { OrderState, PaymentState, TransactionKind, TransactionState } from "./types";

export type PaymentSums = Pick<
  PaymentState,
  "authorizedMinor" | "capturedMinor" | "refundedMinor" | "voidedMinor"
>;

function sum(transactions: TransactionState[], ...kinds: TransactionKind[]): number {
  return transactions
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((total, { amountMinor }) => total + amountMinor, 0);
}

/** A payment's amounts are nothing but the sums of its succeeded transactions. */
export function paymentSums(transactions: TransactionState[]): PaymentSums {
  const done = transactions.filter(({ status }) => status === "succeeded");
  return {
    authorizedMinor: sum(done, "authorize", "purchase"),
    capturedMinor: sum(done, "capture", "purchase"),
    refundedMinor: sum(done, "refund"),
    voidedMinor: sum(done, "void"),
  };
}

/** Amounts under way count as spent, so that two people cannot spend the same money. */
function underWay(payment: PaymentState, ...kinds: TransactionKind[]): number {
  return sum(payment.transactions.filter(isOpen), ...kinds);
}

/** Held at the gateway, whether or not something is under way. */
export function heldMinor(payment: PaymentState): number {
  return payment.authorizedMinor - payment.capturedMinor - payment.voidedMinor;
}

/** What is held and not being captured or voided. A gateway that captures once leaves nothing after the first. */
function capturableMinor(payment: PaymentState): number {
  if (underWay(payment, "void") > 0) return 0;
  const capturing = underWay(payment, "capture");
  const capturesOnce = payment.gateway !== "manual" && payment.instrument?.multicapture !== true;
  if (capturesOnce && capturing > 0) return 0;
  return heldMinor(payment) - capturing;
}

/**
 * What may be captured of a payment, in view of the whole order: two holds together can be more than
 * it costs, and a capture never takes more than is still wanted.
 */
export function capturableOf(order: OrderState, payment: PaymentState): number {
  const wanted = order.payments.reduce(
    (left, other) => left - other.capturedMinor + other.refundedMinor - underWay(other, "capture"),
    order.totalMinor,
  );
  return Math.max(0, Math.min(capturableMinor(payment), wanted));
}

/** Voiding lets go of all that is held, so it waits until no capture is under way. */
export function voidableMinor(payment: PaymentState): number {
  return underWay(payment, "void", "capture") > 0 ? 0 : heldMinor(payment);
}

/** Captured − refunded, and nothing else. */
export function refundableMinor(payment: PaymentState): number {
  return payment.capturedMinor - payment.refundedMinor - underWay(payment, "refund");
}

/** The authorize or purchase that may still bring money, if there is one. */
export function openPrimary(payment: PaymentState): TransactionState | undefined {
  return payment.transactions.find(
    (transaction) => isOpen(transaction) && isPrimary(transaction.kind),
  );
}

/** A page of the gateway's own collects it; everything else is an intent without a page. */
export function isOnPage({ collectedBy }: Pick<PaymentState, "collectedBy">): boolean {
  return ["elements", "embedded", "hosted"].includes(collectedBy);
}

export function isPrimary(kind: TransactionKind): boolean {
  return kind === "authorize" || kind === "purchase";
}

/** Money that the shopper has given for this order and not got back. */
export function liveMinor(payments: PaymentState[]): number {
  return payments.reduce(
    (total, { authorizedMinor, voidedMinor, refundedMinor }) =>
      total + authorizedMinor - voidedMinor - refundedMinor,
    0,
  );
}

/**
 * What a new payment may ask for. Money that went back before an order was placed can be paid again. Once
 * it is placed a refund is no reason to pay anew, nor is a rest that nobody captured; a hold that was let
 * go of as a whole is.
 */
export function payableMinor(order: OrderState): number {
  const spokenFor = order.placedAt === null ? (one: PaymentState) => liveMinor([one]) : takenMinor;
  const spoken = order.payments.reduce((total, payment) => {
    return total + spokenFor(payment) + (openPrimary(payment)?.amountMinor ?? 0);
  }, 0);
  return Math.max(0, order.totalMinor - spoken);
}

function takenMinor({ authorizedMinor, capturedMinor, voidedMinor }: PaymentState): number {
  return capturedMinor > 0 ? authorizedMinor : authorizedMinor - voidedMinor;
}

/** Paid or held in full, now, by money that is not on its way back. */
export function isCovered({
  totalMinor,
  payments,
}: Pick<OrderState, "totalMinor" | "payments">): boolean {
  const leaving = payments.reduce((total, one) => total + underWay(one, "refund", "void"), 0);
  return liveMinor(payments) - leaving >= totalMinor;
}

/** Placed, and nothing of it is held, under way or to be paid any more: what is missing was let go of. */
export function isSettled(order: OrderState): boolean {
  const { placedAt, payments } = order;
  const mayChange = payments.some((one) => heldMinor(one) > 0 || one.transactions.some(isOpen));
  const hasMoney = liveMinor(payments) > 0;
  return placedAt !== null && hasMoney && !mayChange && payableMinor(order) === 0;
}
