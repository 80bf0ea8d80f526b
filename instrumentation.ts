/**
 * Next.js calls this once in each server process, and waits for it before it answers anybody. What it does stands in
 * a file of its own, which is looked for here and nowhere else: Next.js compiles this one for its edge runtime too.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    if (process.env["NEXT_PHASE"] === "phase-production-build") return;
    const { begin } = await import("./instrumentation-node");
    begin();
  }
}
