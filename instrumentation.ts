/** What ends the background jobs of this process; the program that owns the process calls it. */
declare global {
  var tenderStopJobs: (() => Promise<void>) | undefined;
}

/** Next.js calls this once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startJobs } = await import("@/lib/jobs/start");
  globalThis.tenderStopJobs = await startJobs();
}
