/** What ends the background jobs of this process; the program that owns the process calls it. */
declare global {
  var tenderStopJobs: (() => Promise<void>) | undefined;
}

/** Next.js calls this once in each server process, and waits for it before it answers anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { registerTeller } = await import("@/lib/outgoing-webhooks/payloads");
  const { soon } = await import("@/lib/jobs/soon");
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
