import PgBoss from "pg-boss";
import { connection } from "@/lib/db/connection";
import { report } from "@/lib/payments/report";
import { jobs, type JobName } from "./jobs";
import { kick } from "./kick";

/**
 * Wakes the background work. What there is to do stands in the shop's own tables (next looks, next
 * tries, ends of reservations), so the queue carries no data and losing a wake-up loses nothing. The
 * schedule is shared by all processes: each minute one of them does each job.
 */
const names = Object.keys(jobs).filter((name): name is JobName => name in jobs);

/** Begins, with a sweep of everything that is due. Gives what ends it. */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    schema: "jobs",
    db: { executeSql: async (text, values) => (await connection()).executeSql(text, values) },
    retryLimit: 0,
    deleteAfterHours: 1,
    archiveCompletedAfterSeconds: 3600,
  });
  boss.on("error", (error) => report("the job queue", error));
  await boss.start();
  for (const name of names) {
    // "short": however many wake-ups come while nobody listens, one is enough.
    await boss.createQueue(name, { name, policy: "short", expireInMinutes: 10 });
    await boss.work(name, { pollingIntervalSeconds: 5 }, () => kick(name));
    await boss.schedule(name, jobs[name].cron);
  }
  for (const name of names) if (name !== "invariants") void kick(name);
  return () => boss.stop({ graceful: true, wait: true, timeout: 5_000 });
}
