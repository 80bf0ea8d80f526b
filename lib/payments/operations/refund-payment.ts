import { planRefund, type PaymentCommand } from "@/lib/payments/core/plan";
import type { Mechanism, TransactionState } from "@/lib/payments/core/types";
import { requireCapability } from "@/lib/payments/gateways/require";
import { changePayment } from "./change-payment";

/** `mechanism: "manual"`: the money went back elsewhere, and is only written down here. */
export type RefundPayment = PaymentCommand & { mechanism?: Mechanism | undefined };

/**
 * Gives back all or a part of what was captured.
 *
 * @throws DomainError nothing_to_refund, amount_too_large, key_reused, key_in_progress, not_found
 */
export function refundPayment(command: RefundPayment): Promise<TransactionState> {
  return changePayment("refund", command, (payment) => {
    const plan = planRefund(payment, command);
    if (plan.amountMinor < payment.capturedMinor) requireCapability(payment, "partial_refund");
    return plan;
  });
}
