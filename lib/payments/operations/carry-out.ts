import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import { isOnPage, isPrimary, openPrimary } from "@/lib/payments/core/sums";
import { DomainError } from "@/lib/errors";
import type { Ask } from "@/lib/payments/gateways/gateway";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { report } from "@/lib/payments/report";
import { orderDetails, readPayment } from "@/lib/payments/store/orders";
import { record, type Recorded } from "@/lib/payments/store/record";

/**
 * Beats three and four for any transaction that is written and not settled: asks the gateway, with no
 * lock held, and records what it said. Running it twice is safe, also in two processes at once: the
 * gateway sees one idempotency key, and the record step finds what is recorded.
 */
export async function carryOut(target: {
  paymentId: string;
  transactionId: string;
}): Promise<{ payment: PaymentState; transaction: TransactionState }> {
  const payment = await readPayment(target.paymentId);
  return carryOutWritten({ payment, transaction: transactionOf(payment, target.transactionId) });
}

/** The same for what was just written or read. */
export async function carryOutWritten({ payment, transaction }: Ask): Promise<Ask> {
  if (!isOpen(transaction)) return { payment, transaction };
  const answer = await question({ transaction, payment });
  const recorded = await record({
    paymentId: payment.id,
    answered: { transactionId: transaction.id, answer },
    actor: transaction.actor,
  });
  await finish(recorded);
  if (answer.kind === "declined" && !isPrimary(transaction.kind)) await catchUp(recorded.payment);
  return result(recorded, transaction.id);
}

/** A refusal often means that the payment is not as we think: somebody changed it over there. */
async function catchUp(payment: PaymentState): Promise<void> {
  const seen = await gatewayFor(payment.gateway).look(payment);
  if (seen.kind !== "seen") return;
  const { snapshot } = seen;
  await finish(await record({ paymentId: payment.id, snapshot, actor: "gateway" }));
}

function result({ payment }: Recorded, transactionId: string) {
  return { payment, transaction: transactionOf(payment, transactionId) };
}

/** @throws DomainError not_found */
export function transactionOf(payment: PaymentState, transactionId: string): TransactionState {
  const transaction = payment.transactions.find(({ id }) => id === transactionId);
  if (!transaction) throw new DomainError("not_found", "There is no such transaction.");
  return transaction;
}

async function question(ask: Ask): Promise<GatewayAnswer> {
  const { transaction, payment } = ask;
  if (transaction.mechanism === "manual") {
    const gatewayRef = `manual_${transaction.id}`;
    return { kind: "succeeded", gatewayRef, snapshot: null };
  }
  const gateway = gatewayFor(payment.gateway);
  if (isPrimary(transaction.kind)) {
    if (!isOnPage(payment)) return gateway.pay(ask);
    return gateway.openCheckout(ask, await orderDetails(payment.orderId));
  }
  switch (transaction.kind) {
    case "refund":
      return gateway.refund(ask);
    case "void":
      return gateway.void(ask);
    default:
      return gateway.capture(ask);
  }
}

/**
 * What a recorded outcome makes necessary, once its database transaction is over: giving unwanted
 * money back, closing pages that could still take some. All of it is written down as due already, so
 * when this fails or the process ends here, recovery does it.
 */
export async function finish({ followUps, toClose }: Recorded): Promise<void> {
  for (const followUp of followUps) await quietly(carryOut(followUp));
  for (const paymentId of toClose) await quietly(closePayment(paymentId, "system"));
}

async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    report("a follow-up is left to recovery", error);
  }
}

/**
 * Makes sure that a payment that is still open takes no money any more. Gives the payment as it stands
 * afterwards: closed, paid after all, or still open because the gateway gave no answer.
 */
export async function closePayment(paymentId: string, actor: string): Promise<PaymentState> {
  const payment = await readPayment(paymentId);
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
