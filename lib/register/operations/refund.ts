import { DomainError } from "@/lib/errors";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import type { InPersonPayment } from "../in-person";
import { patiently } from "../patiently";
import type { ChangeInPerson } from "./cancel";
import { reread } from "./look";

export type RefundInPerson = ChangeInPerson & {
  /** Left out: all that was captured and not refunded. */
  amountMinor?: number | undefined;
  reason?: string | undefined;
  /** The caller's own key: the same refund asked twice is one. */
  key?: string | undefined;
};

/** @throws DomainError nothing_to_refund, amount_too_large, gateway_declined, key_reused */
export async function refundInPerson(command: RefundInPerson): Promise<InPersonPayment> {
  const { payment, amountMinor, reason, key, actor } = command;
  const { id: paymentId, orderId } = payment.payment;
  const idempotencyKey = key === undefined ? undefined : `refund:${paymentId}:${key}`;
  const ask = { paymentId, orderId, amountMinor, reason, actor, idempotencyKey };
  const transaction = await patiently(() => refundPayment(ask));
  if (transaction.status === "failed") {
    const message = transaction.failureMessage ?? "The refund did not go through.";
    throw new DomainError("gateway_declined", message);
  }
  return reread(payment);
}
