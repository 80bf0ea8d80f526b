import type Stripe from "stripe";
import type { GatewayDispute, GatewayRefund } from "@/lib/payments/core/gateway-answers";

/** What a capture or a cancellation lets go of is listed as a refund too, without an entry in the balance. */
export const movesMoney = ({ status, balance_transaction }: Stripe.Refund): boolean =>
  status !== "succeeded" || balance_transaction !== null;

export function refundOf(refund: Stripe.Refund): GatewayRefund {
  const { id, amount, status, metadata, reason } = refund;
  const open = status === "pending" || status === "requires_action";
  return {
    ref: id,
    amountMinor: amount,
    status: status === "succeeded" ? "succeeded" : open ? "pending" : "failed",
    askedBy: metadata?.["transaction_id"] ?? null,
    reason,
  };
}

export function disputeOf(dispute: Stripe.Dispute): GatewayDispute {
  const { id, amount, status, reason, evidence_details, balance_transactions } = dispute;
  const dueBy = evidence_details?.due_by ?? null;
  return {
    ref: id,
    amountMinor: amount,
    status,
    reason,
    respondBy: dueBy === null ? null : new Date(dueBy * 1000),
    movements: balance_transactions.map((entry) => movementOf(dispute, entry)),
  };
}

/** Where Stripe settles in another currency, the charge's own amount is what was taken or returned. */
function movementOf(
  { amount, currency }: Stripe.Dispute,
  entry: Stripe.BalanceTransaction,
): GatewayDispute["movements"][number] {
  if (entry.currency === currency) {
    return { ref: entry.id, takenMinor: -entry.amount, feeMinor: entry.fee };
  }
  return { ref: entry.id, takenMinor: -Math.sign(entry.amount) * amount, feeMinor: 0 };
}
