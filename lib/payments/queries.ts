import "server-only";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { DomainError } from "@/lib/errors";
import {
  capturableOf,
  isSettled,
  openPrimary,
  payableMinor,
  refundableMinor,
  voidableMinor,
} from "@/lib/payments/core/sums";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import type { Capability } from "@/lib/payments/gateways/gateway";
import { gatewayFor, isConfigured } from "@/lib/payments/gateways/registry";
import { readOrder } from "@/lib/payments/store/orders";

export type PaymentAction = "capture" | "void" | "refund" | "mark_refunded" | "look_again";

export type PaymentDetails = PaymentState & {
  /** What is left, amounts under way left out. */
  capturableMinor: number;
  refundableMinor: number;
  voidableMinor: number;
  /** False: the first capture lets go of what it leaves. */
  capturesSeveralTimes: boolean;
  /** A movement whose outcome nobody knows yet. */
  isSettling: boolean;
  capabilities: Capability[];
  actions: PaymentAction[];
};

export type PaymentCaseView = {
  id: string;
  kind: string;
  message: string;
  facts: unknown;
  paymentId: string | null;
  createdAt: Date;
};

export type OrderPaymentsView = Pick<
  OrderState,
  "currency" | "totalMinor" | "status" | "payment"
> & {
  orderId: string;
  /** What can still be paid. */
  payableMinor: number;
  /** It is paid as far as it will be. */
  isSettled: boolean;
  payments: PaymentDetails[];
  openCases: PaymentCaseView[];
  /** Account balances of this order; debits are positive. */
  ledger: { account: string; balanceMinor: number }[];
};

/** Null when there is no such order. For merchants: shoppers see `lib/orders/queries`. */
export async function findOrderPayments(orderId: string): Promise<OrderPaymentsView | null> {
  const order = await readOrder(orderId).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  });
  if (order === null) return null;
  const { currency, totalMinor, status, payment } = order;
  return {
    orderId,
    currency,
    totalMinor,
    status,
    payment,
    payableMinor: payableMinor(order),
    isSettled: isSettled(order),
    payments: order.payments.map((one) => details(order, one)),
    openCases: await openCases(orderId),
    ledger: await ledgerBalances(orderId),
  };
}

function details(order: OrderState, payment: PaymentState): PaymentDetails {
  const capabilities = isConfigured(payment.gateway)
    ? [...gatewayFor(payment.gateway).capabilities]
    : [];
  const isSettling = payment.transactions.some(isOpen);
  const view = {
    ...payment,
    capturableMinor: capturableOf(order, payment),
    refundableMinor: refundableMinor(payment),
    voidableMinor: voidableMinor(payment),
    capturesSeveralTimes: payment.gateway === "manual" || payment.instrument?.multicapture === true,
    isSettling,
    capabilities,
  };
  const actions: PaymentAction[] = [];
  if (view.capturableMinor > 0) actions.push("capture");
  if (view.voidableMinor > 0 && capabilities.includes("void")) actions.push("void");
  if (view.refundableMinor > 0) actions.push("refund", "mark_refunded");
  if (payment.gateway !== "manual" && (isSettling || openPrimary(payment))) {
    actions.push("look_again");
  }
  return { ...view, actions };
}

async function openCases(orderId: string): Promise<PaymentCaseView[]> {
  const db = await database();
  return db.paymentCase.findMany({
    where: { orderId, status: "open" },
    select: { id: true, kind: true, message: true, facts: true, paymentId: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

async function ledgerBalances(orderId: string): Promise<OrderPaymentsView["ledger"]> {
  const db = await database();
  const sums = await db.ledgerPosting.groupBy({
    by: ["account"],
    where: { entry: { orderId } },
    _sum: { amountMinor: true },
    orderBy: { account: "asc" },
  });
  return sums.map(({ account, _sum }) => ({
    account,
    balanceMinor: toMinor(_sum.amountMinor ?? 0n),
  }));
}
