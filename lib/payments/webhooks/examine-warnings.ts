import { inTransaction } from "@/lib/db/transaction";
import type { PaymentState, WebhookSource } from "@/lib/payments/core/types";
import { findWarnings, type Warning } from "@/lib/payments/gateways/stripe/warnings";
import { openCase, settleCase } from "@/lib/payments/store/cases";

const messages = {
  fraud_warning:
    "The card's bank reports this payment as fraud: refund it before it is disputed, and do not ship.",
  review: "Stripe holds this payment for a review: look at it before you ship.",
} as const satisfies Record<Warning["kind"], string>;

/**
 * Doubts about a payment, as cases that a merchant sees. They move no money; what a merchant decides
 * about them (a refund, shipping all the same) is an operation like any other.
 */
export async function examineWarnings(
  source: WebhookSource,
  payment: PaymentState,
): Promise<"seen" | "unknown"> {
  const { id: paymentId, orderId, gatewayRef } = payment;
  if (gatewayRef === null) return "seen";
  const warnings = await findWarnings(source, gatewayRef);
  if (warnings === null) return "unknown";
  await inTransaction(async (tx) => {
    for (const { kind, ref, reason, isOpen } of warnings) {
      const message = messages[kind];
      const facts = { ref, reason };
      if (isOpen) await openCase(tx, { kind, key: ref, message, orderId, paymentId, facts });
      else await settleCase(tx, `${kind}:${ref}`, `The review ended: ${reason}.`, "gateway");
    }
  });
  return "seen";
}
