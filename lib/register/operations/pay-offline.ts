import { DomainError } from "@/lib/errors";
import type { PaymentState } from "@/lib/payments/core/types";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import type { RegisterAccount } from "../accounts";
import { requireSale } from "../queries";

export type PayOffline = {
  account: RegisterAccount;
  orderId: string;
  /** cash, cheque, voucher, …: how the day's totals call it. */
  tender: string;
  /** Left out: everything that is still to pay. */
  amountMinor?: number | undefined;
  /** What was handed over, where change is due. */
  tenderedMinor?: number | undefined;
  actor: string;
  /** The same key is the same payment. */
  key: string;
};

/**
 * Writes down money that changed hands at the counter.
 *
 * @throws DomainError not_found, amount_too_large, amount_invalid when less was handed over than is paid,
 *   order_not_payable, key_reused
 */
export async function payOffline(
  command: PayOffline,
): Promise<{ payment: PaymentState; changeMinor: number }> {
  const { account, orderId, tender, amountMinor, tenderedMinor, actor, key } = command;
  const { leftMinor } = await requireSale(account, orderId);
  const dueMinor = amountMinor ?? leftMinor;
  if (tenderedMinor !== undefined && tenderedMinor < dueMinor) {
    throw new DomainError("amount_invalid", "Less was handed over than is to be paid.");
  }
  const payment = await withFirstAnswer(() =>
    payOrder({
      orderId,
      gateway: "manual",
      method: "purchase",
      amountMinor,
      client: { name: tender },
      reference: tender,
      actor,
      idempotencyKey: `offline:${key}`,
    }),
  );
  const changeMinor = tenderedMinor === undefined ? 0 : tenderedMinor - payment.amountMinor;
  return { payment, changeMinor: Math.max(0, changeMinor) };
}
