import { readSettings } from "./settings";
import { startServer, type Sandbox } from "./server";

/** The sandbox as a program of its own: `npx tsx lib/stripe-sandbox/main.ts`. */
let sandbox: Sandbox | null = null;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await sandbox?.stop();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// Started by a launcher: when it is gone, nobody needs this process any more.
process.on("disconnect", stop);

try {
  sandbox = await startServer(readSettings(process.env));
  console.log(`Stripe sandbox: ${sandbox.world.origin}`);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The sandbox's port is taken: set STRIPE_SANDBOX_PORT to a free one.";
  }
  return error instanceof Error ? error.message : String(error);
}
