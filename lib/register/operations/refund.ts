import { DomainError } from "@/lib/errors";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import type { InPersonPayment } from "../in-person";
import type { RegisterAccount } from "../accounts";
import { requireSale } from "../queries";
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
  await refunded({ paymentId, orderId, amountMinor, reason, actor, idempotencyKey });
  return reread(payment);
}

export type GiveBack = {
  account: RegisterAccount;
  orderId: string;
  paymentId: string;
  amountMinor: number;
  /** same: what was paid with; cash: out of the drawer, and only written down here. */
  into: "same" | "cash";
  actor: string;
  /** The same key is the same refund. */
  key: string;
};

/**
 * Gives money of a till's sale back.
 *
 * @throws DomainError not_found, nothing_to_refund, amount_too_large, gateway_declined, key_reused
 */
export async function giveBack({ account, into, key, ...refund }: GiveBack): Promise<void> {
  await requireSale(account, refund.orderId);
  const isCash = into === "cash";
  await refunded({
    ...refund,
    mechanism: isCash ? "manual" : "automatic",
    reason: "requested_by_customer",
    ...(isCash && { note: "Given back in cash at the till" }),
    idempotencyKey: `till-refund:${key}`,
  });
}

async function refunded(ask: Parameters<typeof refundPayment>[0]): Promise<void> {
  const transaction = await withFirstAnswer(() => refundPayment(ask));
  if (transaction.status !== "failed") return;
  const message = transaction.failureMessage ?? "The refund did not go through.";
  throw new DomainError("gateway_declined", message);
}
