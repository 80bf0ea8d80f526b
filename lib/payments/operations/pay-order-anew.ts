import { DomainError } from "@/lib/errors";
import { openPrimary } from "@/lib/payments/core/sums";
import type { PaymentState } from "@/lib/payments/core/types";
import { readOrder } from "@/lib/payments/store/orders";
import { closePayment } from "./carry-out";
import { payOrder, type PayOrder, type PaymentView } from "./pay-order";

/**
 * Pays an order although an earlier attempt still waits for the shopper. What waits counts as spent; a
 * shopper who comes back with another card has given the earlier attempt up, so it is closed at the
 * gateway, and only then is the order paid anew. An attempt that the browser confirms and that asks for the
 * same again is given back instead.
 *
 * @throws DomainError as `payOrder` does
 */
export async function payOrderAnew(command: PayOrder): Promise<PaymentView> {
  try {
    return await payOrder(command);
  } catch (error) {
    if (!(error instanceof DomainError) || !isSpoken.includes(error.code)) throw error;
    const { payments } = await readOrder(command.orderId);
    const waiting = payments.filter(waitsForShopper);
    if (waiting.length === 0) throw error;
    const same = waiting.find((payment) => asksTheSame(payment, command));
    if (same) return same;
    for (const { id } of waiting) await closePayment(id, command.actor);
    return payOrder(command);
  }
}

const isSpoken: readonly string[] = ["order_not_payable", "amount_too_large"];

function waitsForShopper(payment: PaymentState): boolean {
  return payment.collectedBy === "api" && openPrimary(payment)?.status === "requires_action";
}

function asksTheSame(payment: PaymentState, command: PayOrder): boolean {
  const { gateway, method, amountMinor = payment.amountMinor, clientConfirms } = command;
  return (
    clientConfirms === true &&
    openPrimary(payment)?.request.clientConfirms === true &&
    payment.gateway === gateway &&
    payment.method === method &&
    payment.amountMinor === amountMinor
  );
}
