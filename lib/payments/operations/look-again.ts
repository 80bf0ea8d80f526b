import { openPrimary } from "@/lib/payments/core/sums";
import type { PaymentState } from "@/lib/payments/core/types";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { readOrder, readPayment } from "@/lib/payments/store/orders";
import { record } from "@/lib/payments/store/record";
import { finish } from "./carry-out";

export type LookOutcome = "seen" | "nothing" | "unknown";

/**
 * Reads a payment again at its gateway and records what is new. Return pages, webhooks, recovery and
 * merchants all end here; it can be called any number of times, by any number of processes. "unknown":
 * the gateway did not answer, so nothing may be said about what it has not told; "nothing": it knows
 * none of what was asked about.
 */
export async function lookAgain(
  query: { paymentId: string } | { orderId: string },
): Promise<LookOutcome> {
  if ("paymentId" in query) return lookAt(await readPayment(query.paymentId), "gateway");
  const { payments } = await readOrder(query.orderId);
  let outcome: LookOutcome = "nothing";
  for (const payment of payments) {
    // What has ended without money is only looked at when its webhook comes.
    const isOver = payment.closedAt !== null && payment.authorizedMinor === 0;
    if (isOver && openPrimary(payment) === undefined) continue;
    const seen = await lookAt(payment, "gateway");
    // A gateway that is silent now will be silent for the next one: nobody waits for that twice.
    if (seen === "unknown") return seen;
    if (seen === "seen") outcome = seen;
  }
  return outcome;
}

/** "unknown" when the gateway did not answer: then nothing is recorded, and a later look will do. */
export async function lookAt(payment: PaymentState, actor: string): Promise<LookOutcome> {
  const answer = await gatewayFor(payment.gateway).look(payment);
  if (answer.kind !== "seen") return answer.kind;
  await finish(await record({ paymentId: payment.id, snapshot: answer.snapshot, actor }));
  return "seen";
}
