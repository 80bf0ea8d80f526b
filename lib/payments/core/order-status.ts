import { heldMinor } from "./sums";
import type { OrderPaymentStatus, OrderState, OrderStatus, PaymentState } from "./types";

/**
 * How an order stands, from its total and its payments alone. It looks at what is left after refunds,
 * so a second payment that was sent back does not make a paid order "refunded".
 */
export function orderPaymentStatus(
  totalMinor: number,
  payments: PaymentState[],
): OrderPaymentStatus {
  if (totalMinor === 0) return "free";
  const add = (amount: (payment: PaymentState) => number) =>
    payments.reduce((total, payment) => total + amount(payment), 0);
  const refunded = add(({ refundedMinor }) => refundedMinor);
  const kept = add(({ capturedMinor }) => capturedMinor) - refunded;
  const held = add(heldMinor);
  if (kept >= totalMinor) return "paid";
  if (kept > 0) return refunded > 0 ? "partially_refunded" : "partially_paid";
  if (held >= totalMinor) return "authorized";
  if (held > 0) return "partially_authorized";
  if (refunded > 0) return "refunded";
  return add(({ voidedMinor }) => voidedMinor) > 0 ? "voided" : "unpaid";
}

const moneyTaken: readonly OrderPaymentStatus[] = [
  "paid",
  "partially_refunded",
  "refunded",
  "free",
];

/** Incomplete until it is placed; complete once the money is taken, and nothing takes that back. */
export function orderStatus(
  order: Pick<OrderState, "status" | "placedAt">,
  payment: OrderPaymentStatus,
): OrderStatus {
  if (order.status === "cancelled" || order.status === "complete") return order.status;
  if (order.placedAt === null) return "incomplete";
  return moneyTaken.includes(payment) ? "complete" : "processing";
}

/** The order with the statuses that follow from its payments. */
export function withStatus(order: OrderState): OrderState {
  const payment = orderPaymentStatus(order.totalMinor, order.payments);
  return { ...order, payment, status: orderStatus(order, payment) };
}
