import { DomainError } from "@/lib/errors";
import type { Currency } from "@/lib/money/currency";
import { isPrimary } from "@/lib/payments/core/sums";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { moneyJson } from "./money";

/** What a program calls the payment that it made. */
export type NamedPayment = Omit<PaymentState, "currency"> & {
  currency: Currency;
  label: {
    gateway?: string | undefined;
    name?: string | undefined;
    customReference?: string | undefined;
    /** What it called the capture, and where the money was taken. */
    captureReference?: string | undefined;
    captureMechanism?: "manual" | undefined;
    /** It was begun here to be finished elsewhere. */
    setup?: boolean | undefined;
  };
};

type Status = "pending" | "complete" | "failed" | "cancelled";
type Kind = "purchase" | "authorize" | "capture" | "refund";

/**
 * One payment of ours is one "transaction" to these clients: its type changes as money moves on, and its
 * amount never does.
 */
export function progressOf(payment: PaymentState): { kind: Kind; status: Status } {
  const { method, authorizedMinor, capturedMinor, refundedMinor, voidedMinor, transactions } =
    payment;
  const open = transactions.find(isOpen);
  const waiting = open !== undefined && !isPrimary(open.kind);
  const settled: Status = waiting ? "pending" : "complete";
  if (open && isPrimary(open.kind)) return { kind: method, status: "pending" };
  if (authorizedMinor === 0) return { kind: method, status: endOf(transactions) };
  if (refundedMinor > 0 || open?.kind === "refund") return { kind: "refund", status: settled };
  if (capturedMinor > 0 || open?.kind === "capture") {
    return { kind: method === "purchase" ? "purchase" : "capture", status: settled };
  }
  if (voidedMinor > 0) return { kind: method, status: "cancelled" };
  return { kind: method, status: settled };
}

function endOf(transactions: TransactionState[]): Status {
  return transactions.at(-1)?.failureCode === "abandoned" ? "cancelled" : "failed";
}

export function transactionJson(payment: NamedPayment) {
  const { id, orderId, gateway, label, amountMinor, refundedMinor, currency } = payment;
  const { kind, status } = progressOf(payment);
  const type = label.setup === true && status === "pending" ? `${kind}-setup` : kind;
  return {
    id,
    type: "transaction",
    reference: gateway === "manual" ? (label.customReference ?? "manual") : payment.gatewayRef,
    ...(label.name !== undefined && { name: label.name }),
    ...customReference(label),
    gateway: label.gateway ?? gateway,
    amount: amountMinor,
    refunded_amount: refundedMinor,
    ...refundMechanism(payment),
    ...(label.captureMechanism && { capture_mechanism: label.captureMechanism }),
    currency,
    "transaction-type": type,
    transaction_type: type,
    status,
    relationships: { order: { data: { type: "order", id: orderId } } },
    meta: {
      display_price: moneyJson(amountMinor, currency),
      display_refunded_amount: { total: moneyJson(refundedMinor, currency) },
      created_at: payment.createdAt.toISOString(),
      timestamps: {
        created_at: payment.createdAt.toISOString(),
        updated_at: lastChange(payment).toISOString(),
      },
    },
    ...clientParameters(payment),
    ...failureDetails(payment, status),
    next_actions: nextActions(payment),
  };
}

function customReference({ captureReference, customReference: given }: NamedPayment["label"]) {
  const last = captureReference ?? given;
  return last === undefined ? {} : { custom_reference: last };
}

function refundMechanism({ transactions }: PaymentState) {
  const refund = transactions.findLast(
    ({ kind, status }) => kind === "refund" && status !== "failed",
  );
  return refund === undefined ? {} : { refund_mechanism: refund.mechanism };
}

function lastChange({ createdAt, transactions }: PaymentState): Date {
  const moments = transactions.flatMap((one) => [one.createdAt, one.settledAt ?? one.createdAt]);
  return new Date(Math.max(createdAt.getTime(), ...moments.map((moment) => moment.getTime())));
}

/** What the browser needs to let the shopper prove who they are, or fill in a card. */
export function clientParameters({ nextAction, gatewayRef }: PaymentState) {
  const secret = nextAction?.clientSecret ?? null;
  if (secret === null || gatewayRef === null) return {};
  const status =
    nextAction?.kind === "authenticate" ? "requires_action" : "requires_payment_method";
  return {
    client_parameters: { token: gatewayRef, secret },
    payment_intent: { id: gatewayRef, client_secret: secret, status },
  };
}

function failureDetails({ transactions }: PaymentState, status: Status) {
  if (status !== "failed") return {};
  const last = transactions.at(-1);
  return {
    failure_details: { code: last?.failureCode ?? "failed", reason: last?.failureMessage ?? "" },
  };
}

function nextActions(payment: PaymentState): string[] {
  const { kind, status } = progressOf(payment);
  if (status === "pending") return kind === "purchase" || kind === "authorize" ? ["confirm"] : [];
  if (status !== "complete") return [];
  if (kind === "authorize")
    return payment.gateway === "manual" ? ["capture"] : ["capture", "cancel"];
  return payment.refundedMinor < payment.capturedMinor ? ["refund"] : [];
}

/** These clients know no cancelling of an offline payment. @throws DomainError gateway_cannot */
export function requireCancellable({ gateway }: PaymentState): void {
  if (gateway !== "manual") return;
  throw new DomainError("gateway_cannot", "Manual transactions cannot be cancelled");
}
