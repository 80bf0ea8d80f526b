import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import { settled, type Change } from "@/lib/payments/core/changes";
import { entryForMovement, entryForReversal } from "@/lib/payments/core/ledger";
import { nextLook } from "@/lib/payments/core/schedule";
import { isPrimary } from "@/lib/payments/core/sums";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import type { PaymentState, TransactionState } from "@/lib/payments/core/types";
import { announce, announceAttempt } from "./announce";
import { postEntry } from "./ledger";
import { insertTransaction } from "./transactions";

/** How the payment stands after the changes so far, and how much new money they brought. */
export type Applied = {
  transactions: TransactionState[];
  arrivedMinor: number;
  /** Refunds that succeeded now: the shopper gets a mail about each. */
  refunds: TransactionState[];
  /** The gateway had taken it on, the shopper has left, and now the bank has refused it. */
  fallenThrough: TransactionState | null;
  /** It was tried while the owner of the card was away, and their bank has refused it. */
  declinedAway: TransactionState | null;
};

type Application = {
  payment: PaymentState;
  change: Exclude<Change, { is: "notice" }>;
  applied: Applied;
  actor: string;
};

/** Writes one change: the transaction's row, its ledger entry, the order's history and its mail. */
export async function applyChange(tx: Tx, application: Application): Promise<void> {
  const { change, applied } = application;
  if (change.is === "add") return addMovement(tx, application);
  const before = applied.transactions.find(({ id }) => id === change.transactionId);
  if (!before) return;
  const after = settled(before, change);
  if (after === before) return;

  const written = await writeSettled(tx, before, after);
  applied.transactions = applied.transactions.map((other) =>
    other.id === written.id ? written : other,
  );
  if (change.event === "reverse") {
    await postEntry(tx, written, entryForReversal({ ...written, gateway: gatewayOf(application) }));
  }
  if (written.status === "succeeded") await moved(tx, application, written);
  const isNewFailure = isOpen(written) && written.failureMessage !== before.failureMessage;
  if (isNewFailure) await announceAttempt(tx, written);
  if (hasFallenThrough(before, written)) applied.fallenThrough = written;
  if (written.status === "failed" && written.request.offSession) applied.declinedAway = written;
  if (written.status !== before.status) {
    await announce(tx, { ...application, transaction: written });
  }
}

async function writeSettled(
  tx: Tx,
  before: TransactionState,
  after: TransactionState,
): Promise<TransactionState> {
  const now = new Date();
  const attempts = before.attempts + 1;
  const nextLookAt = nextLook(after.status, attempts, now);
  const settledAt = isOpen(after) ? null : (before.settledAt ?? now);
  await tx.$executeRaw`
    UPDATE transactions SET status = ${after.status}::transaction_status,
      amount_minor = ${after.amountMinor}, gateway_ref = ${after.gatewayRef},
      failure_code = ${after.failureCode}, failure_message = ${after.failureMessage},
      attempts = ${attempts}, next_look_at = ${nextLookAt}, settled_at = ${settledAt},
      updated_at = ${now}
    WHERE id = ${before.id}::uuid`;
  return { ...after, attempts, nextLookAt, settledAt };
}

function hasFallenThrough(before: TransactionState, after: TransactionState): boolean {
  const wasTakenOn = before.status === "pending" && before.gatewayRef !== null;
  return wasTakenOn && after.status === "failed" && isPrimary(after.kind);
}

/** Somebody moved money without asking us: at the gateway's dashboard, or by a rule of its own. */
async function addMovement(tx: Tx, application: Application): Promise<void> {
  const { payment, change, applied } = application;
  if (change.is !== "add") return;
  const now = new Date();
  const written: TransactionState = {
    id: newId(),
    paymentId: payment.id,
    orderId: payment.orderId,
    kind: change.kind,
    status: change.status,
    currency: payment.currency,
    amountMinor: change.amountMinor,
    gatewayRef: change.gatewayRef,
    request: {},
    idempotencyKey: null,
    requestHash: null,
    actor: "gateway",
    reason: change.reason,
    note: null,
    mechanism: "automatic",
    failureCode: null,
    failureMessage: null,
    attempts: 1,
    nextLookAt: nextLook(change.status, 1, now),
    settledAt: change.status === "succeeded" ? now : null,
    createdAt: now,
  };
  await tx.$executeRaw(insertTransaction(written));
  applied.transactions = [...applied.transactions, written];
  if (written.status === "succeeded") await moved(tx, application, written);
  await announce(tx, { ...application, transaction: written });
}

async function moved(tx: Tx, application: Application, written: TransactionState): Promise<void> {
  await postEntry(tx, written, entryForMovement({ ...written, gateway: gatewayOf(application) }));
  if (isPrimary(written.kind)) application.applied.arrivedMinor += written.amountMinor;
  if (written.kind === "refund") application.applied.refunds.push(written);
}

const gatewayOf = ({ payment }: Application) => payment.gateway;
