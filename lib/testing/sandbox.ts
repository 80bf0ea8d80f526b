import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { afterAll, beforeAll, inject } from "vitest";
import { readEnv, type Env } from "@/lib/env";

/**
 * Runs the Stripe sandbox beside the tests of a file, as the store meets it: a program of its own,
 * reached over HTTP. `env()` then answers with its address.
 */
export type Sandbox = { url: string; account: string };

const ACCOUNT = "acct_1SandboxConnected0";

export function useSandbox(): Sandbox {
  const sandbox: Sandbox = { url: "", account: ACCOUNT };
  let stop = async (): Promise<void> => undefined;
  let before: Env | undefined;

  beforeAll(async () => {
    const started = await startSandbox();
    sandbox.url = started.url;
    stop = started.stop;
    before = globalThis.tenderEnv;
    globalThis.tenderEnv = readEnv(testSettings(started.url, started.dataDir));
  });

  afterAll(async () => {
    globalThis.tenderEnv = before;
    await stop();
  });
  return sandbox;
}

/** The settings of a store that uses this sandbox. */
export function testSettings(url: string, dataDir: string): Record<string, string> {
  return {
    STRIPE_SANDBOX_URL: url,
    STRIPE_CONNECT_ACCOUNT: ACCOUNT,
    STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_sandbox_connect",
    DATA_DIR: dataDir,
    AUTH_SECRET: "a secret for tests that is long enough",
  };
}

export async function startSandbox(
  webhooks: { url: string; secret: string; connect?: boolean }[] = [],
): Promise<{ url: string; dataDir: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "tender-sandbox-"));
  const port = await freePort();
  const child = spawn(process.execPath, [inject("sandboxProgram")], {
    env: {
      ...process.env,
      STRIPE_SANDBOX_PORT: String(port),
      STRIPE_SANDBOX_ACCOUNTS: ACCOUNT,
      STRIPE_SANDBOX_WEBHOOKS: JSON.stringify(webhooks),
      DATA_DIR: dataDir,
    },
    // The channel ends with this process, and the sandbox with the channel.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    url,
    dataDir,
    stop: async () => {
      if (child.exitCode === null) {
        const exit = once(child, "exit");
        child.kill("SIGTERM");
        await exit;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error("The sandbox ended at its start.");
    try {
      const response = await fetch(url);
      if (response.ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("The sandbox did not answer.");
}
