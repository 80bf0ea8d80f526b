import { paymentSums } from "./sums";
import { nextStatus } from "./transaction-machine";
import type { Failure, GatewayAnswer } from "./gateway-answers";
import type {
  OrderState,
  PaymentState,
  TransactionEvent,
  TransactionKind,
  TransactionState,
} from "./types";

/**
 * What the record step writes about one payment, decided by pure functions and applied by the store.
 * `settle` moves a transaction of ours; `add` writes down a movement that nobody here asked for
 * (somebody used the gateway's own dashboard); `notice` is a case for a person.
 */
export type Change =
  | {
      is: "settle";
      transactionId: string;
      event: TransactionEvent;
      /** What really moved, where that differs from what was asked. */
      amountMinor?: number;
      gatewayRef?: string;
      failure?: Failure;
    }
  | {
      is: "add";
      kind: TransactionKind;
      amountMinor: number;
      status: "pending" | "succeeded";
      gatewayRef: string | null;
      reason: string | null;
    }
  | Notice;

export type Notice = {
  is: "notice";
  kind: string;
  /** Together with the kind: the same fact makes one case, however often it is seen. */
  key: string;
  message: string;
  facts: Record<string, string | number | null>;
};

/** The answer to the question that `transaction` asked, as a change. */
export function changesOfAnswer(transaction: TransactionState, answer: GatewayAnswer): Change[] {
  const { id: transactionId } = transaction;
  switch (answer.kind) {
    case "succeeded":
      return [{ is: "settle", transactionId, event: "succeed", gatewayRef: answer.gatewayRef }];
    case "pending":
      return [{ is: "settle", transactionId, event: "wait", gatewayRef: answer.gatewayRef }];
    case "declined":
      return [{ is: "settle", transactionId, event: "decline", failure: answer.failure }];
    case "unknown":
      return [{ is: "settle", transactionId, event: "lose" }];
    case "seen":
      return [];
  }
}

/** The payment as it will stand after `changes`, for deciding what else has to change. */
export function afterChanges(payment: PaymentState, changes: Change[]): PaymentState {
  const transactions = changes.reduce(applyTo, payment.transactions);
  return { ...payment, transactions, ...paymentSums(transactions) };
}

/** The order with what was just written for it, for deciding what else has to be. */
export function withTransactions(order: OrderState, written: TransactionState[]): OrderState {
  const payments = order.payments.map((payment) => {
    const own = written.filter(({ paymentId }) => paymentId === payment.id);
    return { ...payment, transactions: [...payment.transactions, ...own] };
  });
  return { ...order, payments };
}

function applyTo(transactions: TransactionState[], change: Change): TransactionState[] {
  if (change.is !== "settle") return transactions;
  return transactions.map((transaction) =>
    transaction.id === change.transactionId ? settled(transaction, change) : transaction,
  );
}

/** The transaction after the change; the same object when the change does not apply to it. */
export function settled(
  transaction: TransactionState,
  change: Extract<Change, { is: "settle" }>,
): TransactionState {
  const status = nextStatus(transaction.status, change.event);
  if (status === null) return transaction;
  return {
    ...transaction,
    status,
    amountMinor: change.amountMinor ?? transaction.amountMinor,
    gatewayRef: change.gatewayRef ?? transaction.gatewayRef,
    failureCode: change.failure?.code ?? null,
    failureMessage: change.failure?.message ?? null,
  };
}
