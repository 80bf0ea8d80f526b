import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { nextTry } from "@/lib/payments/core/schedule";
import { report } from "@/lib/payments/report";
import { readPayment } from "@/lib/payments/store/orders";
import { countRefusals } from "@/lib/payments/refusals";
import { closePayment } from "../operations/carry-out";
import { lookAt } from "../operations/look-again";
import { examineOrphan } from "./examine-orphan";
import { examineWarnings } from "./examine-warnings";
import { findPaymentFor } from "./find-payment";
import { referencesOf, type EventReferences } from "./references";
import { walletReferencesOf, type WalletReferences } from "@/lib/payments/wallet/references";
import { syncWallet } from "@/lib/payments/wallet/sync";
import type { WebhookSource } from "@/lib/payments/core/types";

/**
 * Works on the inbox. An event says only "look again", so all events of one payment that wait together
 * cost one look. An event is done after its effect is recorded, never before: what a crash cuts short
 * is claimed again when its lease is over.
 */
type Claimed = { id: string; source: WebhookSource; body: string; attempts: number };

const BATCH = 200;
const PARALLEL = 4;

/** Gives how many events were claimed; zero: nothing is due. */
export async function processEvents(): Promise<number> {
  const claimed = await claimDue();
  const groups = [...(await byTarget(claimed)).values()];
  for (let start = 0; start < groups.length; start += PARALLEL) {
    await Promise.all(groups.slice(start, start + PARALLEL).map(workOn));
  }
  return claimed.length;
}

/** Claims for a minute: another process does not do the same work, and a crash only delays it. */
function claimDue(): Promise<Claimed[]> {
  return inTransaction(
    (tx) => tx.$queryRaw<Claimed[]>`
      UPDATE "webhook_events" SET "attempts" = "attempts" + 1,
        "next_try_at" = now() + interval '60 seconds'
      WHERE "id" IN (
        SELECT "id" FROM "webhook_events" WHERE "next_try_at" <= now()
        ORDER BY "next_try_at", "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING "id"::text, "source", "body", "attempts"`,
  );
}

type Group = {
  events: Claimed[];
  source: WebhookSource;
  paymentId: string | null;
  references: EventReferences | null;
  isWarning: boolean;
  /** How many of the events tell of a refusal. */
  refusals: number;
  /** Set for events that are about somebody's cards. */
  wallet: WalletReferences | null;
};

async function byTarget(events: Claimed[]): Promise<Map<string, Group>> {
  const groups = new Map<string, Group>();
  // Most of a payment's events name the same intent, so one question answers for all of them.
  const known = new Map<string, string>();
  for (const event of events) {
    const references = referencesOf(event.body);
    const name = `${event.source} ${references?.intentRef}`;
    const paymentId =
      known.get(name) ?? (references ? await findPaymentFor(event.source, references) : null);
    if (paymentId !== null && references?.intentRef) known.set(name, paymentId);
    const wallet = references ? null : walletReferencesOf(event.body);
    const cards = wallet?.setupRef ?? wallet?.customerRef ?? wallet?.methodRef;
    const target = paymentId ?? references?.intentRef ?? cards ?? event.id;
    const { source } = event;
    const fresh = {
      events: [],
      source,
      paymentId,
      references,
      wallet,
      isWarning: false,
      refusals: 0,
    };
    const group: Group = groups.get(target) ?? fresh;
    groups.set(target, group);
    group.events.push(event);
    group.isWarning ||= references?.isWarning === true;
    group.refusals += references?.isRefusal ? 1 : 0;
  }
  return groups;
}

async function workOn(group: Group): Promise<void> {
  const { events, paymentId } = group;
  try {
    const outcome = paymentId === null ? await orphan(group) : await look(paymentId, group);
    if (outcome === "unknown") await postpone(events, "The gateway did not answer.");
    else await markDone(events);
  } catch (error) {
    report("an event could not be processed", error);
    await postpone(events, error instanceof Error ? error.message : String(error));
  }
}

async function look(paymentId: string, { source, isWarning, refusals, events }: Group) {
  const payment = await readPayment(paymentId);
  const outcome = await lookAt(payment, "gateway");
  if (outcome === "unknown") return outcome;
  // Many refusals are somebody who tries stolen cards: the page that lets them goes. What is tried again
  // after our own mistake was counted then.
  const isFirstTry = events.every(({ attempts }) => attempts === 1);
  if (refusals > 0 && isFirstTry && (await countRefusals(payment.orderId, refusals))) {
    await closePayment(paymentId, "system");
  }
  return isWarning ? examineWarnings(source, await readPayment(paymentId)) : outcome;
}

async function orphan({ source, references, wallet }: Group) {
  if (references !== null) return examineOrphan(source, references);
  if (wallet !== null) await syncWallet(source, wallet);
  return "seen";
}

async function markDone(events: Claimed[]): Promise<void> {
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
