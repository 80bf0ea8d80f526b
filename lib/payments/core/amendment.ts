import { isPrimary, openPrimary } from "./sums";
import { isOpen } from "./transaction-machine";
import type { GatewaySnapshot } from "./gateway-answers";
import type { OrderState, PaymentState } from "./types";

/**
 * Another total for an order whose payment form stays open. There are two plans while it is pending: the
 * order's rows say the old one, the amendment carries the new one, and the gateway decides which holds.
 */
export type Amendment = {
  /** The idempotency key of the gateway's update, and the mark that the update leaves on the form. */
  id: string;
  orderId: string;
  paymentId: string;
  fromMinor: number;
  toMinor: number;
  plan: AmendmentPlan;
  /** The version of the cart that it makes the order of. */
  cartVersion: number;
  /** How many answers the gateway has given. */
  attempts: number;
};

/** What the order says of its money when the amendment is applied; its goods are the same. */
export type AmendmentPlan = {
  shippingRateCode: string;
  shippingName: string;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  taxIncluded: boolean;
  taxLines: { name: string; basisPoints: number; baseMinor: number; amountMinor: number }[];
  /** In the order of the order's lines. */
  lines: { discountMinor: number; taxMinor: number; totalMinor: number }[];
  promotions: { id: string; discountMinor: number }[];
  /** Those of them whose use is counted since the amendment was decided on. */
  addedPromotions: string[];
};

type Seen = Pick<GatewaySnapshot, "page" | "authorizedMinor" | "capturedMinor">;

/**
 * Which plan holds, by what the gateway shows. While the form is open only the mark of the amendment is a
 * proof: a form without it may have been looked at before the update came in. Money, and a form that has
 * ended, are final: the amount that moved decides, and the mark where both plans cost the same.
 */
export function outcomeOf(
  { id, fromMinor, toMinor }: Pick<Amendment, "id" | "fromMinor" | "toMinor">,
  { page, authorizedMinor, capturedMinor }: Seen,
): "applied" | "dropped" | "wait" {
  if (page === undefined) return "wait";
  const isMarked = page.amendmentId === id;
  const takenMinor = Math.max(authorizedMinor, capturedMinor);
  if (page.isOpen && takenMinor === 0) {
    return isMarked && page.totalMinor === toMinor ? "applied" : "wait";
  }
  if (takenMinor > 0 && takenMinor !== fromMinor && takenMinor === toMinor) return "applied";
  if (takenMinor > 0 && takenMinor === fromMinor && takenMinor !== toMinor) return "dropped";
  return isMarked ? "applied" : "dropped";
}

/** A form that is about to end is not worth changing: the next one lives longer. */
const MIN_LEFT_MS = 5 * 60_000;

/**
 * The payment whose form may be changed in place: the only one of an unpaid order that is open, collected
 * by fields in our own page, with nothing else in motion. Null: the order has to be made anew.
 */
export function amendablePayment(order: OrderState, now: Date): PaymentState | null {
  const { status, placedAt, payments, totalMinor } = order;
  if (status !== "incomplete" || placedAt !== null || order.payment !== "unpaid") return null;
  const [payment, ...others] = payments.filter(({ transactions }) => transactions.some(isOpen));
  if (payment === undefined || others.length > 0) return null;
  const open = openPrimary(payment);
  const left = (payment.sessionExpiresAt?.getTime() ?? 0) - now.getTime();
  const isForm =
    payment.gateway === "stripe" &&
    payment.collectedBy === "elements" &&
    payment.sessionRef !== null &&
    open?.status === "requires_action" &&
    payment.transactions.every(({ kind }) => isPrimary(kind));
  return isForm && payment.amountMinor === totalMinor && left > MIN_LEFT_MS ? payment : null;
}
