import type { PaymentState } from "@/lib/payments/core/types";
import { openPrimary } from "@/lib/payments/core/sums";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { readPayment } from "@/lib/payments/store/orders";
import { record } from "@/lib/payments/store/record";
import { carryOut } from "./carry-out";
import { finish } from "./finish";

/**
 * Makes sure that a payment that is still open takes no money any more. Gives the payment as it stands
 * afterwards: closed, paid after all, or still open because the gateway gave no answer.
 */
export async function closePayment(paymentId: string, actor: string): Promise<PaymentState> {
  const { payment } = await readPayment(paymentId);
  const open = openPrimary(payment);
  if (!open) return payment;
  // Asked for and never answered: with the same key the gateway says what it has made of it.
  if (payment.sessionRef === null && payment.gatewayRef === null) {
    const asked = await carryOut({ paymentId, transactionId: open.id });
    if (openPrimary(asked.payment) === undefined || asked.transaction.status === "unknown") {
      return asked.payment;
    }
    return closeAtGateway(asked.payment, actor);
  }
  return closeAtGateway(payment, actor);
}

async function closeAtGateway(payment: PaymentState, actor: string): Promise<PaymentState> {
  const answer = await gatewayFor(payment.gateway).close(payment);
  if (answer.kind !== "seen") return payment;
  const recorded = await record({ paymentId: payment.id, snapshot: answer.snapshot, actor });
  await finish(recorded);
  return recorded.payment;
}
