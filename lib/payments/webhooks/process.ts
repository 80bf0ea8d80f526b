import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { nextTry } from "@/lib/payments/core/schedule";
import { report } from "@/lib/payments/report";
import { readPayment } from "@/lib/payments/store/orders";
import { lookAt } from "../operations/look-again";
import { examineOrphan } from "./examine-orphan";
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
    const group = groups.get(target);
    if (group) group.events.push(event);
    else
      groups.set(target, { events: [event], source: event.source, paymentId, references, wallet });
  }
  return groups;
}

async function workOn(group: Group): Promise<void> {
  const { events, paymentId } = group;
  try {
    const outcome = paymentId === null ? await orphan(group) : await look(paymentId);
    if (outcome === "unknown") await postpone(events, "The gateway did not answer.");
    else await markDone(events);
  } catch (error) {
    report("an event could not be processed", error);
    await postpone(events, error instanceof Error ? error.message : String(error));
  }
}

async function look(paymentId: string) {
  const payment = await readPayment(paymentId);
  return lookAt(payment, "gateway");
}

async function orphan({ source, references, wallet }: Group) {
  if (references !== null) return examineOrphan(source, references);
  if (wallet !== null) await syncWallet(source, wallet);
  return "seen";
}

async function markDone(events: Claimed[]): Promise<void> {
  const db = await database();
  await db.webhookEvent.updateMany({
    where: { id: { in: events.map(({ id }) => id) } },
    data: { processedAt: new Date(), nextTryAt: null, lastError: null },
  });
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
