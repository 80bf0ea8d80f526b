import { sendQueuedMail } from "@/lib/mail/send-queued-mail";
import { forgetOldDeliveries, sendDeliveries } from "@/lib/outgoing-webhooks/send";
import { checkInvariants } from "@/lib/payments/invariants";
import { recoverAmendments } from "@/lib/payments/operations/amend-checkout";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { syncPrices } from "@/lib/payments/operations/sync-prices";
import { watchHolds } from "@/lib/payments/operations/watch-holds";
import { report } from "@/lib/payments/report";
import { catchUpEvents } from "@/lib/payments/webhooks/catch-up";
import { processEvents } from "@/lib/payments/webhooks/process";

/** All background work, by name, with the times at which it is woken (cron, UTC). */
export const jobs = {
  webhooks: { cron: "* * * * *", work: drained(processEvents) },
  recovery: { cron: "* * * * *", work: drained(recoverTransactions) },
  amendments: { cron: "* * * * *", work: drained(recoverAmendments) },
  reservations: { cron: "* * * * *", work: releaseExpired },
  missed_events: { cron: "*/10 * * * *", work: () => catchUpEvents() },
  holds: { cron: "*/15 * * * *", work: () => watchHolds() },
  prices: { cron: "*/10 * * * *", work: drained(syncPrices) },
  mail: { cron: "* * * * *", work: sendQueuedMail },
  outgoing_webhooks: { cron: "* * * * *", work: tellPrograms },
  invariants: { cron: "*/30 * * * *", work: reportViolations },
} as const satisfies Record<string, { cron: string; work: () => Promise<unknown> }>;

export type JobName = keyof typeof jobs;

/** Works in batches until nothing is due. */
function drained(batch: () => Promise<number>): () => Promise<void> {
  return async () => {
    while ((await batch()) > 0);
  };
}

async function tellPrograms(): Promise<void> {
  await drained(sendDeliveries)();
  await forgetOldDeliveries();
}

async function reportViolations(): Promise<void> {
  for (const { invariant, message } of await checkInvariants()) {
    report(`invariant ${invariant} is broken`, message);
  }
}
