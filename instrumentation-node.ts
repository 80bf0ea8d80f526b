import { soon } from "@/lib/jobs/soon";
import { registerTeller } from "@/lib/outgoing-webhooks/payloads";

/** What ends the background jobs of this process; the program that owns the process calls it. */
declare global {
  var tenderStopJobs: (() => Promise<void>) | undefined;
}

export function begin(): void {
  registerTeller("commerce_layer", async () => {
    const { teller } = await import("@/lib/dialects/commerce-layer/teller");
    return teller;
  });
  globalThis.tenderStopJobs = soon(beginJobs);
}

/** Loaded no sooner than they begin: all that they can do is half of the store. */
async function beginJobs(): Promise<() => Promise<void>> {
  const { watchOutbox } = await import("@/lib/outgoing-webhooks/watch");
  const { startJobs } = await import("@/lib/jobs/start");
  const stopWatching = watchOutbox();
  const stopJobs = await startJobs();
  return async () => {
    stopWatching();
    await stopJobs();
  };
}
