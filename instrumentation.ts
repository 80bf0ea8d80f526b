/** What ends the background jobs of this process; the program that owns the process calls it. */
declare global {
  var tenderStopJobs: (() => Promise<void>) | undefined;
}

/** Next.js calls this once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { registerTeller } = await import("@/lib/outgoing-webhooks/payloads");
  const { watchOutbox } = await import("@/lib/outgoing-webhooks/watch");
  const { teller } = await import("@/lib/dialects/commerce-layer/teller");
  const { startJobsSoon } = await import("@/lib/jobs/start");
  registerTeller("commerce_layer", teller);
  const stopJobs = startJobsSoon();
  const stopWatching = watchOutbox();
  globalThis.tenderStopJobs = async () => {
    stopWatching();
    await stopJobs();
  };
}
