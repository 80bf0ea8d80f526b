import type { Change } from "./changes";
import { reconcileRefunds } from "./reconcile-refunds";
import { isPrimary, openPrimary } from "./sums";
import { isOpen } from "./transaction-machine";
import type { GatewaySnapshot } from "./gateway-answers";
import type { PaymentState, TransactionState } from "./types";

/**
 * Compares what a gateway knows about a payment with what we have recorded, and says what is missing
 * here. Webhooks, return pages, recovery and merchants all end in this comparison, so events that
 * come twice, late, in the wrong order or never make no difference.
 *
 * Gateway totals only grow. A snapshot that was read before another change can lack something, and
 * then adds nothing; it can never take something away.
 */
export function reconcile(payment: PaymentState, snapshot: GatewaySnapshot): Change[] {
  if (snapshot.currency !== "" && snapshot.currency !== payment.currency) {
    return [
      mismatch(payment, "currency", {
        currency: payment.currency,
        gatewayCurrency: snapshot.currency,
      }),
    ];
  }
  return [
    ...reconcilePrimary(payment, snapshot),
    ...reconcileCaptures(payment, snapshot),
    ...reconcileReleases(payment, snapshot),
    ...reconcileRefunds(payment, snapshot),
    ...snapshot.disputes.map(disputeNotice),
  ];
}

const succeededSum = (transactions: TransactionState[]) =>
  transactions
    .filter(({ status }) => status === "succeeded")
    .reduce((total, { amountMinor }) => total + amountMinor, 0);

function reconcilePrimary(payment: PaymentState, snapshot: GatewaySnapshot): Change[] {
  const open = openPrimary(payment);
  const recorded = succeededSum(payment.transactions.filter(({ kind }) => isPrimary(kind)));
  const taken = payment.method === "purchase" ? snapshot.capturedMinor : snapshot.authorizedMinor;
  // A row cannot hold more than the payment was for; the difference is a case, never silent.
  const fitting = Math.min(taken, payment.amountMinor) - recorded;
  if (taken === 0) return open ? waiting(open, snapshot) : [];
  if (fitting <= 0 && !open) return [];

  const changes: Change[] = [];
  if (taken !== payment.amountMinor) {
    changes.push(
      mismatch(payment, "amount", { amountMinor: payment.amountMinor, gatewayMinor: taken }),
    );
  }
  const gatewayRef = snapshot.gatewayRef ?? undefined;
  if (open && fitting > 0) {
    return [
      { is: "settle", transactionId: open.id, event: "succeed", amountMinor: fitting, gatewayRef },
      ...changes,
    ];
  }
  if (open) return [{ is: "settle", transactionId: open.id, event: "abandon" }, ...changes];
  // We had given up on it, and the shopper paid after all.
  const late = { amountMinor: fitting, gatewayRef: snapshot.gatewayRef, reason: "late" } as const;
  return [{ is: "add", kind: payment.method, status: "succeeded", ...late }, ...changes];
}

/** Nothing is taken yet: where the shopper or the bank stands. */
function waiting(open: TransactionState, snapshot: GatewaySnapshot): Change[] {
  const { id: transactionId } = open;
  const gatewayRef = snapshot.gatewayRef ?? undefined;
  switch (snapshot.state) {
    case "collecting":
    case "requires_action": {
      // A declined card ends the attempt, not the payment: the shopper may try another one.
      const failure = snapshot.failure ?? undefined;
      return [{ is: "settle", transactionId, event: "challenge", gatewayRef, failure }];
    }
    case "processing":
      return [{ is: "settle", transactionId, event: "wait", gatewayRef }];
    case "closed": {
      const failure = snapshot.failure ?? { code: "abandoned", message: "It was not paid." };
      return [{ is: "settle", transactionId, event: "abandon", gatewayRef, failure }];
    }
    case "authorized":
    case "captured":
      return [];
  }
}

function reconcileCaptures(payment: PaymentState, snapshot: GatewaySnapshot): Change[] {
  if (payment.method === "purchase") return [];
  const captures = payment.transactions.filter(({ kind }) => kind === "capture");
  const ours = new Map(captures.map((capture) => [capture.id, capture]));
  const changes: Change[] = [];
  let explained = 0;
  for (const { transactionId, amountMinor } of snapshot.capturedFor) {
    const capture = ours.get(transactionId);
    if (!capture || capture.status === "failed") continue;
    explained += amountMinor;
    if (isOpen(capture)) {
      const gatewayRef = snapshot.gatewayRef ?? undefined;
      changes.push({ is: "settle", transactionId, event: "succeed", amountMinor, gatewayRef });
    }
  }
  const named = new Set(snapshot.capturedFor.map(({ transactionId }) => transactionId));
  const unnamed = succeededSum(captures.filter(({ id }) => !named.has(id)));
  const missing = snapshot.capturedMinor - explained - unnamed;
  if (missing > 0) {
    changes.push({
      is: "add",
      kind: "capture",
      amountMinor: missing,
      status: "succeeded",
      gatewayRef: snapshot.gatewayRef,
      reason: "captured_at_gateway",
    });
  }
  return changes;
}

function reconcileReleases(payment: PaymentState, snapshot: GatewaySnapshot): Change[] {
  if (payment.method === "purchase") return [];
  const voids = payment.transactions.filter(({ kind }) => kind === "void");
  const missing = snapshot.releasedMinor - succeededSum(voids);
  const open = voids.find(isOpen);
  if (missing <= 0) {
    // All is captured or released already, so there is nothing that this void could do.
    const over = open && (snapshot.state === "captured" || snapshot.state === "closed");
    return over ? [{ is: "settle", transactionId: open.id, event: "abandon" }] : [];
  }
  if (open) {
    const gatewayRef = snapshot.gatewayRef ?? undefined;
    const released = { amountMinor: missing, gatewayRef };
    return [{ is: "settle", transactionId: open.id, event: "succeed", ...released }];
  }
  const change: Change = {
    is: "add",
    kind: "void",
    amountMinor: missing,
    status: "succeeded",
    gatewayRef: snapshot.gatewayRef,
    reason: snapshot.expired
      ? "expired"
      : snapshot.state === "closed"
        ? "cancelled_at_gateway"
        : "released_by_capture",
  };
  return snapshot.expired ? [change, expiryNotice(payment, missing)] : [change];
}

function mismatch(
  payment: PaymentState,
  what: "amount" | "currency",
  facts: Record<string, string | number>,
): Change {
  return {
    is: "notice",
    kind: `${what}_mismatch`,
    key: payment.id,
    message: `The ${what} at the gateway is not the ${what} of this payment.`,
    facts,
  };
}

function expiryNotice(payment: PaymentState, releasedMinor: number): Change {
  return {
    is: "notice",
    kind: "authorization_expired",
    key: payment.id,
    message: "The authorization ran out before it was captured: ask for a new payment.",
    facts: { releasedMinor },
  };
}

function disputeNotice(dispute: GatewaySnapshot["disputes"][number]): Change {
  const { ref, amountMinor, status, reason, respondBy } = dispute;
  return {
    is: "notice",
    kind: "dispute",
    key: ref,
    message: `The shopper's bank disputes this payment (${reason.replaceAll("_", " ")}).`,
    facts: { ref, amountMinor, status, reason, respondBy: respondBy?.toISOString() ?? null },
  };
}
