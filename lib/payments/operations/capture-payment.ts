import { planCapture, type PaymentCommand } from "@/lib/payments/core/plan";
import type { TransactionState } from "@/lib/payments/core/types";
import { requireCapability } from "@/lib/payments/gateways/require";
import { changePayment } from "./change-payment";

export type CapturePayment = PaymentCommand;
export type TransactionView = TransactionState;

/**
 * Captures all or a part of what is authorized. Where the gateway captures only once, the part that is
 * left is released by it. Never takes more than the order costs.
 *
 * @throws DomainError nothing_to_capture, amount_too_large, key_reused, key_in_progress, not_found
 */
export function capturePayment(command: CapturePayment): Promise<TransactionView> {
  return changePayment("capture", command, (payment, order) => {
    const plan = planCapture(order, payment, command);
    if (plan.amountMinor < payment.amountMinor) requireCapability(payment, "partial_capture");
    return plan;
  });
}
