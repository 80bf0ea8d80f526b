import { inTransaction, type Tx } from "@/lib/db/transaction";
import { afterChanges, changesOfAnswer, type Change } from "@/lib/payments/core/changes";
import { reconcile } from "@/lib/payments/core/reconcile";
import { heldMinor, liveMinor, paymentSums } from "@/lib/payments/core/sums";
import type { GatewayAnswer, GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { mailDeclined, mailFailure, mailRefund } from "./announce";
import { applyChange, type Applied } from "./apply-change";
import { openCase, settleCase } from "./cases";
import { postDisputes, postFee } from "./ledger";
import { lockPayment } from "./orders";
import { deriveOrder } from "./derive-order";
import { followAmendment } from "./follow-amendment";
import { followReader } from "./follow-reader";
import { settleReturned } from "./return-money";

/**
 * The fourth beat, and the only place where the outcome of a money movement is written. Whoever brings
 * news (an operation's answer, a webhook, a return page, recovery) calls it; what is recorded already
 * is found recorded, and changes nothing.
 */
export type News = {
  paymentId: string;
  /** The answer to a question of ours, with the transaction that asked it. */
  answered?: { transactionId: string; answer: GatewayAnswer };
  /** What the gateway showed when it was looked at. */
  snapshot?: GatewaySnapshot;
  /** Who brought the news, for the order's history. */
  actor: string;
};

/** A transaction that is written and has to be carried out. */
export type FollowUp = { paymentId: string; transactionId: string };

export type Recorded = {
  order: OrderState;
  payment: PaymentState;
  /** Transactions that this news made necessary, such as giving back money that came too late. */
  followUps: FollowUp[];
  /** Other payments of the order that must not take money any more. */
  toClose: string[];
};

export function record(news: News): Promise<Recorded> {
  return inTransaction((tx) => recordIn(tx, news));
}

async function recordIn(tx: Tx, news: News): Promise<Recorded> {
  const snapshot = snapshotOf(news);
  const locked = await lockPayment(tx, { paymentId: news.paymentId });
  const followed = await followReader(tx, locked, snapshot);
  const { order, payment } = await followAmendment(tx, followed, snapshot);
  const changes = changesOf(payment, news);

  const applied: Applied = {
    transactions: payment.transactions,
    arrivedMinor: 0,
    refunds: [],
    fallenThrough: null,
    declinedAway: null,
  };
  for (const change of changes) {
    if (change.is === "notice") {
      const { kind, key, message, facts } = change;
      const known = { orderId: order.id, paymentId: payment.id };
      await openCase(tx, { kind, key, message, facts, ...known });
    } else {
      await applyChange(tx, { payment, change, applied, actor: news.actor });
    }
  }
  for (const dispute of snapshot?.disputes ?? []) await settleDispute(tx, dispute);

  const after = await updatePayment(
    tx,
    { ...payment, transactions: applied.transactions },
    snapshot,
  );
  if (heldMinor(payment) > 0 && heldMinor(after) === 0) {
    await settleCase(tx, `authorization_expiring:${payment.id}`, "Nothing is held any more.");
  }
  if (snapshot?.feeMinor) await postFee(tx, after, snapshot.feeMinor);
  if (snapshot) await postDisputes(tx, after, snapshot.disputes);
  const payments = order.payments.map((other) => (other.id === after.id ? after : other));
  const recorded = await deriveOrder(tx, { ...order, payments }, after, {
    arrivedMinor: applied.arrivedMinor,
    isNews: changes.length > 0,
  });
  if (liveMinor([after]) < liveMinor([payment])) await settleReturned(tx, recorded.order, after);
  await mailShopper(tx, recorded.order, applied, news.actor);
  return recorded;
}

/** Written last, when the payment's sums say what the mail shows. */
async function mailShopper(tx: Tx, order: OrderState, applied: Applied, actor: string) {
  for (const refund of applied.refunds) await mailRefund(tx, refund);
  if (applied.declinedAway) await mailDeclined(tx, order, applied.declinedAway);
  // Who closes a payment, to cancel its order or to pay in another way, knows that it is over.
  const isNews = actor === "gateway" || actor === "system";
  if (applied.fallenThrough && isNews) await mailFailure(tx, order, applied.fallenThrough);
}

function snapshotOf({ answered, snapshot }: News): GatewaySnapshot | null {
  if (snapshot) return snapshot;
  const answer = answered?.answer;
  return answer && "snapshot" in answer ? answer.snapshot : null;
}

function changesOf(payment: PaymentState, news: News): Change[] {
  const asked = payment.transactions.find(({ id }) => id === news.answered?.transactionId);
  const direct = asked && news.answered ? changesOfAnswer(asked, news.answered.answer) : [];
  const snapshot = snapshotOf(news);
  if (!snapshot) return direct;
  return [...direct, ...reconcile(afterChanges(payment, direct), snapshot)];
}

const finalDisputes: readonly string[] = ["won", "lost", "warning_closed", "prevented"];

async function settleDispute(tx: Tx, { ref, status }: GatewaySnapshot["disputes"][number]) {
  if (finalDisputes.includes(status)) await settleCase(tx, `dispute:${ref}`, status, "gateway");
}

/** Writes the payment's sums, and what the snapshot says about it beside its amounts. */
async function updatePayment(
  tx: Tx,
  payment: PaymentState,
  snapshot: GatewaySnapshot | null,
): Promise<PaymentState> {
  const sums = paymentSums(payment.transactions);
  const known = snapshot ? knownFrom(payment, snapshot) : {};
  const after: PaymentState = { ...payment, ...sums, ...known };
  const closedAt = after.closedAt ?? (isClosed(after) ? new Date() : null);
  const gatewayRef = after.gatewayRef ?? firstRef(after);
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  await tx.$executeRaw`
    UPDATE payments SET authorized_minor = ${after.authorizedMinor},
      captured_minor = ${after.capturedMinor}, refunded_minor = ${after.refundedMinor},
      voided_minor = ${after.voidedMinor}, gateway_ref = ${gatewayRef},
      session_ref = ${after.sessionRef}, capture_before = ${after.captureBefore},
      closed_at = ${closedAt}, next_action = ${json(after.nextAction)}::jsonb,
      instrument = ${json(after.instrument)}::jsonb, updated_at = now()
    WHERE id = ${payment.id}::uuid`;
  return { ...after, closedAt, gatewayRef };
}

function knownFrom(payment: PaymentState, snapshot: GatewaySnapshot): Partial<PaymentState> {
  return {
    gatewayRef: snapshot.gatewayRef ?? payment.gatewayRef,
    sessionRef: snapshot.sessionRef ?? payment.sessionRef,
    captureBefore: snapshot.captureBefore ?? payment.captureBefore,
    instrument: snapshot.instrument ?? payment.instrument,
    nextAction: snapshot.nextAction,
  };
}

/** An offline payment is named by its first movement. */
function firstRef({ gateway, transactions }: PaymentState): string | null {
  if (gateway !== "manual") return null;
  return transactions.find(({ status }) => status === "succeeded")?.gatewayRef ?? null;
}

/** Every attempt at it failed. It may still come alive late: then it simply has money. */
function isClosed({ transactions, authorizedMinor }: PaymentState): boolean {
  return authorizedMinor === 0 && transactions.every(({ status }) => status === "failed");
}
