import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { nextTry } from "@/lib/payments/core/schedule";
import { report } from "@/lib/payments/report";
import { readPayment, readPaymentsById } from "@/lib/payments/store/orders";
import { countRefusals } from "@/lib/payments/refusals";
import { closePayment } from "../operations/carry-out";
import { lookAt } from "../operations/look-again";
import { examineOrphan } from "./examine-orphan";
import { examineWarnings } from "./examine-warnings";
import { byTarget, type Claimed, type Group } from "./groups";
import { syncWallet } from "@/lib/payments/wallet/sync";
import type { PaymentState } from "@/lib/payments/core/types";

/**
 * Works on the inbox. An event says only "look again", so all events of one payment that wait together
 * cost one look. An event is done after its effect is recorded, never before: what a crash cuts short
 * is claimed again when its lease is over.
 */
const BATCH = 200;
const PARALLEL = 4;

/** Gives how many events were claimed; zero: nothing is due. */
export async function processEvents(): Promise<number> {
  const claimed = await claimDue();
  if (claimed.length === 0) return 0;
  const groups = await byTarget(claimed);
  for (let start = 0; start < groups.length; start += PARALLEL) {
    await workOn(groups.slice(start, start + PARALLEL));
  }
  return claimed.length;
}

/**
 * Claims for a minute: another process does not do the same work, and a crash only delays it. Times are kept in
 * whole milliseconds, rounded, so an event of this very moment can seem to be of the next one.
 */
function claimDue(): Promise<Claimed[]> {
  return inTransaction(
    (tx) => tx.$queryRaw<Claimed[]>`
      UPDATE "webhook_events" SET "attempts" = "attempts" + 1,
        "next_try_at" = now() + interval '60 seconds'
      WHERE "id" IN (
        SELECT "id" FROM "webhook_events" WHERE "next_try_at" <= now() + interval '1 millisecond'
        ORDER BY "next_try_at", "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id"::text, "source", "body", "attempts"`,
  );
}

/** Works on these side by side; read, and marked as done, with one statement for all of them. */
async function workOn(groups: Group[]): Promise<void> {
  const ids = groups.flatMap(({ paymentId }) => paymentId ?? []);
  // One that cannot be read is met again below, where it stops no other.
  const together = await readPaymentsById(ids).catch(() => []);
  const payments = new Map(together.map((payment) => [payment.id, payment]));
  const worked = await Promise.all(
    groups.map(async (group) => ((await hasEffect(group, payments)) ? group.events : [])),
  );
  await markDone(worked.flat());
}

/** False when the events have to be tried again. */
async function hasEffect(group: Group, payments: Map<string, PaymentState>): Promise<boolean> {
  const { paymentId } = group;
  try {
    const outcome =
      paymentId === null
        ? await orphan(group)
        : await look(payments.get(paymentId) ?? (await readPayment(paymentId)), group);
    if (outcome !== "unknown") return true;
    await postpone(group.events, "The gateway did not answer.");
  } catch (error) {
    report("an event could not be processed", error);
    await postpone(group.events, error instanceof Error ? error.message : String(error));
  }
  return false;
}

async function look(payment: PaymentState, { source, isWarning, refusals, events }: Group) {
  const outcome = await lookAt(payment, "gateway");
  if (outcome === "unknown") return outcome;
  // Many refusals are somebody who tries stolen cards: the page that lets them goes. What is tried again
  // after our own mistake was counted then.
  const isFirstTry = events.every(({ attempts }) => attempts === 1);
  if (refusals > 0 && isFirstTry && (await countRefusals(payment.orderId, refusals))) {
    await closePayment(payment.id, "system");
  }
  return isWarning ? examineWarnings(source, await readPayment(payment.id)) : outcome;
}

async function orphan({ source, references, wallet }: Group) {
  if (references !== null) return examineOrphan(source, references);
  if (wallet !== null) await syncWallet(source, wallet);
  return "seen";
}

async function markDone(events: Claimed[]): Promise<void> {
  if (events.length === 0) return;
  const db = await database();
  await db.$executeRaw`
    UPDATE webhook_events SET processed_at = now(), next_try_at = NULL, last_error = NULL
    WHERE id = ANY(${events.map(({ id }) => id)}::uuid[])`;
}

async function postpone(events: Claimed[], lastError: string): Promise<void> {
  const db = await database();
  const now = new Date();
  for (const { id, attempts } of events) {
    await db.webhookEvent.update({
      where: { id },
      data: { lastError, nextTryAt: nextTry(attempts, now) },
    });
  }
}
