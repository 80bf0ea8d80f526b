import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { Amendment } from "@/lib/payments/core/amendment";
import { nextLook } from "@/lib/payments/core/schedule";
import { openPrimary } from "@/lib/payments/core/sums";
import type { OrderDetails } from "@/lib/payments/gateways/gateway";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { report } from "@/lib/payments/report";
import { findAmendmentStatus, readPendingAmendment } from "@/lib/payments/store/amendments";
import { orderDetails, readPayment } from "@/lib/payments/store/orders";
import { record } from "@/lib/payments/store/record";
import { closePayment, finish } from "./carry-out";
import { lookAt } from "./look-again";

/** "pending": the gateway has not said; "dropped": its form has ended, and the old plan holds. */
export type AmendmentOutcome = "applied" | "dropped" | "pending";

/**
 * Asks the gateway for an amendment that is stored, with no lock held, and records what it says. Running it
 * twice is safe: the gateway sees one idempotency key. A refusal ends the form: only a form that has ended
 * can be reached by no request that is still under way, so only then is it known that the old plan holds.
 */
export async function carryOutAmendment(id: string): Promise<AmendmentOutcome> {
  const amendment = await readPendingAmendment(id);
  if (amendment === null) return findAmendmentStatus(id);
  await ask(amendment);
  const outcome = await findAmendmentStatus(id);
  if (outcome === "pending") await postpone(amendment);
  return outcome;
}

async function ask(amendment: Amendment): Promise<void> {
  const { id, orderId, paymentId, toMinor: amountMinor } = amendment;
  const payment = await readPayment(paymentId);
  const transaction = openPrimary(payment);
  if (transaction === undefined) {
    await lookAt(payment, "system");
    return;
  }
  const order = asPlanned(await orderDetails(orderId), amendment);
  const question = { id, amountMinor, payment, transaction };
  const answer = await gatewayFor(payment.gateway).amendCheckout(question, order);
  if (answer.kind === "seen") {
    await finish(await record({ paymentId, snapshot: answer.snapshot, actor: "shopper" }));
  } else if (answer.kind === "declined") {
    await closePayment(paymentId, "shopper");
  }
}

/** The order as it shall be. All of it is stored, so a question that is asked again is the same one. */
function asPlanned(order: OrderDetails, { toMinor, plan }: Amendment): OrderDetails {
  const { shippingMinor, shippingName } = plan;
  const lines = order.lines.map((line, at) => ({ ...line, ...plan.lines[at] }));
  return { ...order, totalMinor: toMinor, shippingMinor, shippingName, lines };
}

/** No answer: the interval grows, and nothing is concluded. */
async function postpone({ id, attempts }: Amendment): Promise<void> {
  const next = nextLook("unknown", attempts + 1, new Date());
  const db = await database();
  await db.$executeRaw`
    UPDATE order_amendments SET attempts = attempts + 1, next_look_at = ${next}
    WHERE id = ${id}::uuid AND status = 'pending'`;
}

const BATCH = 50;

/** Settles what nobody has settled in time. Gives how many were due. */
export async function recoverAmendments(): Promise<number> {
  const due = await inTransaction(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE order_amendments SET next_look_at = now() + interval '60 seconds'
      WHERE id IN (
        SELECT id FROM order_amendments WHERE next_look_at <= now()
        ORDER BY next_look_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id::text`,
  );
  for (const { id } of due) {
    try {
      await carryOutAmendment(id);
    } catch (error) {
      report(`amendment ${id} could not be settled`, error);
    }
  }
  return due.length;
}
