import { inTransaction } from "@/lib/db/transaction";
import { openPrimary } from "@/lib/payments/core/sums";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { report } from "@/lib/payments/report";
import { readOrder, readPayment } from "@/lib/payments/store/orders";
import { record } from "@/lib/payments/store/record";
import { carryOut, closePayment } from "./carry-out";
import { lookAt } from "./look-again";

/**
 * Settles what is pending or unknown: looks the payment up at its gateway first, and where that shows
 * no trace asks the same question again, under the same key. It goes on for ever, at growing
 * intervals, until every outcome is known.
 */
type Due = { id: string; payment_id: string };

const BATCH = 50;

/** Gives how many transactions were due. */
export async function recoverTransactions(): Promise<number> {
  const due = await claimDue();
  const payments = new Set(due.map(({ payment_id }) => payment_id));
  for (const paymentId of payments) {
    try {
      await recoverPayment(paymentId);
    } catch (error) {
      // Its lease ends, and it is tried again: one that always fails must not stop the others.
      report(`payment ${paymentId} could not be settled`, error);
    }
  }
  return due.length;
}

/** The time of the next look is moved first, so that two processes share the work and do not repeat it. */
function claimDue(): Promise<Due[]> {
  return inTransaction(
    (tx) => tx.$queryRaw<Due[]>`
      UPDATE "transactions" SET "next_look_at" = now() + interval '60 seconds'
      WHERE "id" IN (
        SELECT "id" FROM "transactions" WHERE "next_look_at" <= now()
        ORDER BY "next_look_at" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id"::text, "payment_id"::text`,
  );
}

/** Settles what can be settled of one payment now. */
export async function recoverPayment(paymentId: string): Promise<void> {
  const before = await readPayment(paymentId);
  const outcome = await lookAt(before, "system");
  if (outcome === "unknown") return postpone(before);
  const payment = await readPayment(paymentId);
  for (const transaction of payment.transactions.filter(isOpen)) {
    if (await askAgain(payment, transaction, outcome)) {
      await carryOut({ paymentId, transactionId: transaction.id });
    }
  }
  await closeLeftover(paymentId);
}

/** Stripe keeps an idempotency key for at least a day. Past that, asking again could do it twice. */
const KEY_LIVES_MS = 23 * 3_600_000;

async function askAgain(
  payment: PaymentState,
  transaction: TransactionState,
  outcome: "seen" | "nothing",
): Promise<boolean> {
  // The gateway knows this question and works on it, or waits for the shopper.
  if (transaction.gatewayRef !== null || transaction.status === "requires_action") return false;
  const age = Date.now() - transaction.createdAt.getTime();
  const keepsKeys = payment.gateway === "manual" || payment.gateway === "gift_card";
  if (keepsKeys || age < KEY_LIVES_MS) return true;
  const message = `The gateway has no trace of it after a day (${outcome}).`;
  const answer = {
    kind: "declined",
    failure: { code: "never_arrived", message },
    snapshot: null,
  } as const;
  const answered = { transactionId: transaction.id, answer };
  await record({ paymentId: payment.id, answered, actor: "system" });
  // What it had reserved may be what somebody refunded at the dashboard.
  await lookAt(await readPayment(payment.id), "system");
  return false;
}

/** No answer: the interval grows, and nothing is concluded. */
async function postpone(payment: PaymentState): Promise<void> {
  for (const { id, status } of payment.transactions.filter(isOpen)) {
    // One that waits for the shopper goes on waiting; only its own question can be lost.
    const answer = { kind: "unknown", cause: "The gateway did not answer." } as const;
    if (status === "requires_action") continue;
    await record({
      paymentId: payment.id,
      answered: { transactionId: id, answer },
      actor: "system",
    });
  }
}

const ABANDONED_MS = 24 * 3_600_000;

/** Nobody shall pay an order that is placed or cancelled already, or that was left a day ago. */
async function closeLeftover(paymentId: string): Promise<void> {
  const payment = await readPayment(paymentId);
  const order = await readOrder(payment.orderId);
  const open = openPrimary(payment);
  if (open?.status !== "requires_action") return;
  const age = Date.now() - open.createdAt.getTime();
  if (order.status !== "incomplete" || age > ABANDONED_MS) await closePayment(paymentId, "system");
}
