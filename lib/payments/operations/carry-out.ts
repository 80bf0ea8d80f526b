import type { GatewayAnswer, PaymentState, TransactionState } from "@/lib/payments/core/types";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import { isPrimary } from "@/lib/payments/core/sums";
import { DomainError } from "@/lib/errors";
import type { Ask } from "@/lib/payments/gateways/gateway";
import { gatewayFor } from "@/lib/payments/gateways/registry";
import { orderDetails, readPayment } from "@/lib/payments/store/orders";
import { record, type Recorded } from "@/lib/payments/store/record";
import { finish } from "./finish";

/**
 * Beats three and four for any transaction that is written and not settled: asks the gateway, with no
 * lock held, and records what it said. Running it twice is safe, also in two processes at once: the
 * gateway sees one idempotency key, and the record step finds what is recorded.
 */
export async function carryOut(target: {
  paymentId: string;
  transactionId: string;
}): Promise<{ payment: PaymentState; transaction: TransactionState }> {
  const { payment } = await readPayment(target.paymentId);
  const transaction = transactionOf(payment, target.transactionId);
  if (!isOpen(transaction)) return { payment, transaction };
  const ask = { transaction, payment, order: await orderDetails(payment.orderId) };
  const answer = await question(ask);
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

function question(ask: Ask): Promise<GatewayAnswer> {
  const { transaction, payment } = ask;
  if (transaction.mechanism === "manual") {
    const gatewayRef = `manual_${transaction.id}`;
    return Promise.resolve({ kind: "succeeded", gatewayRef, snapshot: null });
  }
  const gateway = gatewayFor(payment.gateway);
  if (isPrimary(transaction.kind)) {
    const onPage = payment.collectedBy !== "api" && payment.collectedBy !== "offline";
    return onPage ? gateway.openCheckout(ask) : gateway.pay(ask);
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
