import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./testing";

/**
 * How many payments a second: `npx tsx lib/stripe-sandbox/bench.ts`. The sandbox runs as a process of
 * its own, with its journal, as in use; 16 clients each create an intent and confirm it, in turn.
 */
const CLIENTS = 16;
const SECONDS = 5;
const FILL = Number(process.argv[2] ?? 0);
const port = 4700 + Math.floor(Math.random() * 200);
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

const headers = {
  authorization: "Bearer sk_test_bench",
  "content-type": "application/x-www-form-urlencoded",
  "stripe-version": "2026-10-28.endive",
};

let keys = 0;

function post(path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        port,
        host: "127.0.0.1",
        method: "POST",
        path,
        agent,
        headers: {
          ...headers,
          "idempotency-key": `bench-${keys++}`,
          "content-length": body.length,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(text));
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function pay(): Promise<void> {
  const made = await post("/v1/payment_intents", "amount=2000&currency=usd&metadata[order]=1");
  const id = /"id":"(pi_\w+)"/.exec(made)?.[1] ?? "";
  const paid = await post(
    `/v1/payment_intents/${id}/confirm`,
    "payment_method=pm_card_visa&return_url=http://localhost/return",
  );
  if (!paid.includes('"status":"succeeded"')) throw new Error(paid);
}

async function run(until: () => boolean): Promise<number> {
  let count = 0;
  const client = async () => {
    while (!until()) {
      await pay();
      count++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return count;
}

async function ready(): Promise<void> {
  for (;;) {
    try {
      await post("/v1/customers", "email=a@example.com");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** How long the sandbox has computed, in seconds; Linux tells, others answer null. */
function computedS(): number | null {
  const path = `/proc/${child.pid}/stat`;
  if (!existsSync(path)) return null;
  const [, fields = ""] = readFileSync(path, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) / 100;
}

/** The second figure does not depend on what else the machine has to do. */
async function measure(label: string): Promise<void> {
  const before = computedS();
  const end = Date.now() + SECONDS * 1000;
  const count = await run(() => Date.now() >= end);
  const after = computedS();
  const rate = Math.round(count / SECONDS);
  const computed = before === null || after === null ? null : Math.round(count / (after - before));
  const own = computed === null ? "" : `, ${computed} for each second that it computed`;
  console.log(`${label}: ${rate} payments/s${own} (create + confirm, ${CLIENTS} clients)`);
}

const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), {
  env: { ...process.env, DATA_DIR: temporaryFolder(), STRIPE_SANDBOX_PORT: String(port) },
  execArgv: process.execArgv,
  stdio: ["ignore", "ignore", "inherit", "ipc"],
});
await ready();
await run(() => keys > 4000);
await measure("warm");
if (FILL > 0) await measure("warm again");
if (FILL > 0) {
  // Each payment leaves about eight objects: intent, method, charge, entry, events, answers.
  const target = keys + (FILL / 8) * 2;
  await run(() => keys >= target);
  await measure(`with ${FILL} objects more`);
}
child.disconnect();
child.kill();
agent.destroy();
