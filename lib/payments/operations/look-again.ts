import { openPrimary } from "@/lib/payments/core/sums";
import type { PaymentState } from "@/lib/payments/core/types";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { readOrder, readPayment } from "@/lib/payments/store/orders";
import { record } from "@/lib/payments/store/record";
import { finish } from "./carry-out";

export type LookOutcome = "seen" | "nothing" | "unknown";

/**
 * Reads a payment again at its gateway and records what is new. Return pages, webhooks, recovery and
 * merchants all end here; it can be called any number of times, by any number of processes.
 */
export async function lookAgain(query: { paymentId: string } | { orderId: string }): Promise<void> {
  if ("paymentId" in query) {
    await lookAt(await readPayment(query.paymentId), "gateway");
    return;
  }
  const { payments } = await readOrder(query.orderId);
  for (const payment of payments) {
    // What has ended without money is only looked at when its webhook comes.
    if (payment.closedAt === null || openPrimary(payment)) await lookAt(payment, "gateway");
  }
}

/** "unknown" when the gateway did not answer: then nothing is recorded, and a later look will do. */
export async function lookAt(payment: PaymentState, actor: string): Promise<LookOutcome> {
  const answer = await gatewayFor(payment.gateway).look(payment);
  if (answer.kind !== "seen") return answer.kind;
  await finish(await record({ paymentId: payment.id, snapshot: answer.snapshot, actor }));
  return "seen";
}
