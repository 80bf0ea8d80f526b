import type { Change } from "@/lib/payments/core/changes";
import type { GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { makePayment, makeTransaction } from "./payments";

/** What a gateway says of a payment that nobody has paid yet. */
export const nothing: GatewaySnapshot = {
  gatewayRef: "pi_1",
  sessionRef: null,
  state: "collecting",
  currency: "USD",
  authorizedMinor: 0,
  capturedMinor: 0,
  releasedMinor: 0,
  capturedFor: [],
  refunds: [],
  feeMinor: null,
  disputes: [],
  captureBefore: null,
  instrument: null,
  nextAction: null,
  failure: null,
  expired: false,
};

export const held: GatewaySnapshot = { ...nothing, state: "authorized", authorizedMinor: 5000 };
export const taken: GatewaySnapshot = { ...held, state: "captured", capturedMinor: 5000 };

/** A movement of 50.00 that was done. */
export const make = (kind: TransactionState["kind"], rest: Partial<TransactionState> = {}) =>
  makeTransaction({ kind, amountMinor: 5000, status: "succeeded", gatewayRef: "pi_1", ...rest });

/** A payment of these movements. */
export function payment(method: PaymentState["method"], ...transactions: TransactionState[]) {
  const captured = transactions
    .filter(
      ({ kind, status }) => status === "succeeded" && (kind === "capture" || kind === "purchase"),
    )
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return makePayment({ method, transactions, capturedMinor: captured });
}

/** Changes in a word or two each. */
export const short = (changes: Change[]) =>
  changes.map((change) => {
    if (change.is === "settle") return `${change.event}`;
    return change.is === "add" ? `add ${change.kind} ${change.amountMinor}` : change.kind;
  });

export const primary = make("purchase", { status: "pending", gatewayRef: null });
export const authorize = make("authorize");
/** One of 7.00 as the gateway tells of it. */
export const refund = (rest = {}) => ({
  ref: "re_1",
  amountMinor: 700,
  status: "succeeded" as const,
  askedBy: null,
  reason: null,
  ...rest,
});
