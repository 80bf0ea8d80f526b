import type { OrderFulfilment, OrderPaymentStatus, OrderStatus } from "./views";

/**
 * Where an order stands in the eyes of the person who ordered. "checking" is the honest word for an
 * attempt whose outcome nobody knows yet: neither "paid" nor "failed" may be said then.
 */
export type ShopperState =
  "unpaid" | "checking" | "placed" | "partially_refunded" | "refunded" | "cancelled";

type Facts = {
  status: OrderStatus;
  payment: OrderPaymentStatus;
  placedAt: Date | null;
  /** Of every movement of money in, whatever became of it. */
  attempts: readonly {
    status: "pending" | "requires_action" | "succeeded" | "failed" | "unknown";
  }[];
};

export function shopperState({ status, payment, placedAt, attempts }: Facts): ShopperState {
  if (payment === "refunded") return "refunded";
  if (status === "cancelled") return "cancelled";
  if (placedAt !== null) return payment === "partially_refunded" ? payment : "placed";
  const open = attempts.some(
    (attempt) => attempt.status === "pending" || attempt.status === "unknown",
  );
  // A part that is held or was taken, such as a gift card's, is no news: the rest is still to pay.
  return open || !restIsOwed.includes(payment) ? "checking" : "unpaid";
}

const restIsOwed: readonly OrderPaymentStatus[] = [
  "unpaid",
  "partially_authorized",
  "partially_paid",
  "partially_refunded",
  "voided",
];

type Cancellable = {
  status: OrderStatus;
  payment: OrderPaymentStatus;
  fulfilment: OrderFulfilment;
  /** A capture is under way, and nobody knows yet whether it took the money. */
  isCapturing: boolean;
};

/** Before anything is taken or sent. Money that was taken goes back by a merchant's decision only. */
export function canShopperCancel({
  status,
  payment,
  fulfilment,
  isCapturing,
}: Cancellable): boolean {
  const untaken = ["unpaid", "partially_authorized", "authorized", "voided", "free"];
  const isTaken = isCapturing || !untaken.includes(payment);
  const isSent = fulfilment !== "unfulfilled" && fulfilment !== "not_required";
  return status !== "cancelled" && !isTaken && !isSent;
}

/**
 * How soon something may change that the order's page shows: a bank's answer in seconds, a parcel or a
 * refund in hours. Null: this order has come to its end.
 */
export function nextNews(state: ShopperState): "soon" | "later" | null {
  if (state === "checking") return "soon";
  return state === "cancelled" || state === "refunded" ? null : "later";
}
