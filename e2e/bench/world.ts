import { spawn } from "node:child_process";
import { join } from "node:path";
import { Pool } from "pg";
import {
  freshSettings,
  removeData,
  startStore,
  type StoreProcess,
} from "../fixtures/store-process";
import { ask, askWell } from "./http";
import { serverCpuMs, storeProcess } from "./processor";
import type { Row } from "./report";

/** What every section measures: a built store, its sandbox and its database, all of their own. */
export type World = {
  store: StoreProcess;
  /** A sandbox that sends no webhooks, so that nothing but the section's own requests is at work. */
  sandboxUrl: string;
  sql: Pool;
  /** Stops the store and starts it on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function openWorld(serverUrl: string): Promise<World> {
  const sql = new Pool({ connectionString: serverUrl, max: 4 });
  const settings = await freshSettings();
  const sandboxPort = settings["STRIPE_SANDBOX_PORT"] ?? "";
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const sandbox = spawn(process.execPath, ["--import", "tsx", "lib/stripe-sandbox/main.ts"], {
    env: {
      ...process.env,
      ...settings,
      STRIPE_SANDBOX_ORIGIN: sandboxUrl,
      STRIPE_SANDBOX_WEBHOOKS: "[]",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const own = {
    ...settings,
    DATABASE_URL: serverUrl,
    STRIPE_SANDBOX_URL: sandboxUrl,
    AUTH_SECRET: "a secret for measuring that is long enough",
  };
  await untilAnswers(sandboxUrl);
  const world: World = {
    store: await startStore(own),
    sandboxUrl,
    sql,
    async restart() {
      await world.store.stop();
      world.store = await startStore(own);
    },
    async stop() {
      await world.store.stop();
      sandbox.kill("SIGTERM");
      await sql.end();
      await removeData(world.store);
    },
  };
  // Nobody is to be told that something has sold out.
  await sql.query("UPDATE stock_items SET on_hand = 1000000000");
  return world;
}

async function untilAnswers(url: string): Promise<void> {
  for (;;) {
    const answer = await ask(url).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A token with all rights. */
export async function backendToken({ store }: World): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: "demo-backend",
    client_secret: "demo-backend-secret",
  });
  const answer = await askWell(`${store.url}/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body.toString(),
  });
  return stringIn(JSON.parse(answer.body), "access_token");
}

/**
 * Processor time for one of what `work` does. Other programs may share the machine: they make everything
 * slower, and this figure hardly larger.
 */
export async function withProcessorTime(
  { store }: World,
  what: string,
  work: () => Promise<{ count: number; perSecond: number }>,
): Promise<{ perSecond: number; rows: Row[] }> {
  const port = store.settings["PORT"] ?? "";
  const databaseUrl = store.settings["DATABASE_URL"] ?? "";
  const cpu = async () => ({
    store: (await storeProcess(port)).cpuMs,
    database: await serverCpuMs(databaseUrl),
  });
  const before = await cpu();
  const { count, perSecond } = await work();
  const after = await cpu();
  const row = (name: "store" | "database"): Row => ({
    what: `  ${what}: processor time of the ${name}`,
    measured: (after[name] - before[name]) / count,
    unit: "ms",
    budget: null,
  });
  return { perSecond, rows: [row("store"), row("database")] };
}

export function stringIn(value: unknown, ...path: (string | number)[]): string {
  let at = value;
  for (const name of path) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
  }
  if (typeof at === "string") return at;
  throw new Error(`There is no ${path.join(".")} in ${JSON.stringify(value).slice(0, 300)}`);
}

export const projectFolder = join(import.meta.dirname, "../..");
