import { planVoid, type PaymentCommand } from "@/lib/payments/core/plan";
import type { TransactionState } from "@/lib/payments/core/types";
import { requireCapability } from "@/lib/payments/gateways/require";
import { changePayment } from "./change-payment";

export type VoidPayment = Omit<PaymentCommand, "amountMinor">;

/**
 * Lets go of all that is held and not captured.
 *
 * @throws DomainError nothing_to_void, key_reused, key_in_progress, not_found
 */
export function voidPayment(command: VoidPayment): Promise<TransactionState> {
  return changePayment("void", command, (payment) => {
    requireCapability(payment, "void");
    return planVoid(payment, command);
  });
}
