import type Stripe from "stripe";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";
import { destination } from "./refund-shape";
import { saveRefunded } from "./refunds";

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
