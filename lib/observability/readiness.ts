import { connection } from "@/lib/db/connection";
import { env } from "@/lib/env";

/** What keeps this process from serving, one sentence each; empty when it is ready. */
export async function obstacles(): Promise<string[]> {
  const [database, gateway] = await Promise.all([databaseObstacle(), gatewayObstacle()]);
  return [database, gateway].filter((sentence) => sentence !== null);
}

async function databaseObstacle(): Promise<string | null> {
  try {
    await (await connection()).executeSql("SELECT 1");
    return null;
  } catch (error) {
    return `The database does not answer: ${error instanceof Error ? error.message : error}.`;
  }
}

const FRESH_MS = 10_000;
let reachedAt = 0;

/** Any answer will do, even a refusal: it shows that the way there is open. */
async function gatewayObstacle(): Promise<string | null> {
  // A probe each second from each load balancer must not become traffic at the gateway.
  if (Date.now() - reachedAt < FRESH_MS) return null;
  const { stripe } = env();
  const url = stripe.mode === "stripe" ? "https://api.stripe.com/v1" : `${stripe.url}/`;
  try {
    await fetch(url, { signal: AbortSignal.timeout(5_000), cache: "no-store" });
    reachedAt = Date.now();
    return null;
  } catch {
    return `The payment gateway at ${new URL(url).host} does not answer.`;
  }
}
