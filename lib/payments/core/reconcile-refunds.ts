import type { Change } from "./changes";
import { isOpen } from "./transaction-machine";
import type { GatewayRefund, GatewaySnapshot } from "./gateway-answers";
import type { PaymentState, TransactionState } from "./types";

/**
 * Brings our refunds up to the gateway's whole list of them.
 *
 * An event says only that *something* was refunded, and the events of two partial refunds can come in
 * the wrong order, so lists are compared. A refund that we asked for carries our transaction's id
 * (`askedBy`), so it is recognised even when its event overtakes the answer to our own request.
 *
 * One that was made at the dashboard may take what a question of ours, still on its way there, has reserved.
 * That question will be refused, and whoever hears so looks again: until then nothing is said about either.
 */
export function reconcileRefunds(payment: PaymentState, snapshot: GatewaySnapshot): Change[] {
  const { refunds } = snapshot;
  if (refunds === null) return [];
  const ours = payment.transactions.filter(({ kind }) => kind === "refund");
  const isUndecided = ours.some(
    (one) => isOpen(one) && !refunds.some((theirs) => isOf(theirs, one)),
  );
  let left = room(ours, Math.max(snapshot.capturedMinor, payment.capturedMinor), refunds);
  const changes: Change[] = [];
  for (const theirs of refunds) {
    const known = ours.find((one) => isOf(theirs, one));
    if (known) changes.push(...moved(known, theirs));
    else if (theirs.status !== "failed" && !(isUndecided && theirs.amountMinor > left)) {
      const amountMinor = Math.min(theirs.amountMinor, left);
      left -= amountMinor;
      changes.push(...unknownRefund(theirs, amountMinor));
    }
  }
  return changes;
}

const isOf = (theirs: GatewayRefund, ours: TransactionState) =>
  ours.id === theirs.askedBy || ours.gatewayRef === theirs.ref;

/** How much may still be written down as refunded: a merchant may have marked some as returned elsewhere. */
function room(ours: TransactionState[], capturedMinor: number, refunds: GatewayRefund[]): number {
  const failed = refunds.filter(({ status }) => status === "failed");
  return ours
    .filter((one) => one.status !== "failed" && !failed.some((theirs) => isOf(theirs, one)))
    .reduce((left, { amountMinor }) => left - amountMinor, capturedMinor);
}

function moved(ours: TransactionState, theirs: GatewayRefund): Change[] {
  const { id: transactionId } = ours;
  const gatewayRef = theirs.ref;
  const failure = { code: "refund_failed", message: "The bank sent the refund back." };
  if (isOpen(ours)) {
    if (theirs.status === "succeeded") {
      return [{ is: "settle", transactionId, event: "succeed", gatewayRef }];
    }
    if (theirs.status === "failed") {
      const declined = {
        is: "settle",
        transactionId,
        event: "decline",
        gatewayRef,
        failure,
      } as const;
      return [declined, bounced(ours, theirs)];
    }
    return [{ is: "settle", transactionId, event: "wait", gatewayRef }];
  }
  if (ours.status === "succeeded" && theirs.status === "failed") {
    return [
      { is: "settle", transactionId, event: "reverse", gatewayRef, failure },
      bounced(ours, theirs),
    ];
  }
  return [];
}

/** Days after anybody looked: a case, or the shopper would wait for this money for ever. */
function bounced(ours: TransactionState, theirs: GatewayRefund): Change {
  return {
    is: "notice",
    kind: "refund_failed",
    key: theirs.ref,
    message: "A refund was sent back by the bank: the shopper does not have this money.",
    facts: { amountMinor: ours.amountMinor, refund: theirs.ref },
  };
}

function unknownRefund(theirs: GatewayRefund, amountMinor: number): Change[] {
  const changes: Change[] = [];
  if (amountMinor > 0) {
    changes.push({
      is: "add",
      kind: "refund",
      amountMinor,
      status: theirs.status === "succeeded" ? "succeeded" : "pending",
      gatewayRef: theirs.ref,
      reason: theirs.reason ?? "refunded_at_gateway",
    });
  }
  if (amountMinor < theirs.amountMinor) {
    changes.push({
      is: "notice",
      kind: "refunded_twice",
      key: theirs.ref,
      message: "The gateway returned money that was already marked as returned.",
      facts: { refund: theirs.ref, gatewayMinor: theirs.amountMinor, recordedMinor: amountMinor },
    });
  }
  return changes;
}
