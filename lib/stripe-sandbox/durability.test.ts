import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { sdk, startReceiver, temporaryFolder } from "./testing";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The sandbox as a program of its own; resolves when it says that it listens. */
function start(
  port: number,
  folder: string,
  extra: Record<string, string> = {},
): Promise<ChildProcess> {
  const env = { ...process.env, DATA_DIR: folder, STRIPE_SANDBOX_PORT: String(port), ...extra };
  const child = spawn(process.execPath, ["--import", "tsx", "lib/stripe-sandbox/main.ts"], { env });
  running.push(child);
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", () => resolve(child));
    child.stderr?.once("data", (chunk: Buffer) => reject(new Error(chunk.toString())));
  });
}

const kill = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

describe("kill -9", () => {
  it(
    "loses nothing that was answered, in a thousand mixed requests",
    { timeout: 60_000 },
    async () => {
      const port = await freePort();
      const folder = temporaryFolder();
      let child = await start(port, folder);
      const stripe = sdk(port);
      const answered: string[] = [];
      const work = async (at: number) => {
        const intent = await stripe.paymentIntents.create({ amount: 1000 + at, currency: "usd" });
        answered.push(`${intent.id} ${intent.status}`);
        const paid = await stripe.paymentIntents.confirm(intent.id, {
          payment_method: "pm_card_visa",
          return_url: "http://localhost",
        });
        answered.push(`${paid.id} ${paid.status}`);
      };
      for (const round of [0, 1, 2]) {
        const batch = Array.from({ length: 170 }, (_, at) => work(round * 170 + at));
        const half = Promise.allSettled(batch);
        while (answered.length < (round + 1) * 200)
          await new Promise((resolve) => setImmediate(resolve));
        await kill(child);
        await half;
        child = await start(port, folder);
      }
      const known = new Map<string, Stripe.PaymentIntent>();
      for await (const intent of stripe.paymentIntents.list({ limit: 100 }))
        known.set(intent.id, intent);
      for (const line of answered) {
        const [id = "", status = ""] = line.split(" ");
        const now = known.get(id)?.status ?? "lost";
        const fits = status === "succeeded" ? ["succeeded"] : [status, "succeeded"];
        expect(fits).toContain(now);
      }
      const charges = await stripe.charges.list({ limit: 1 });
      expect(charges.data[0]?.paid).toBe(true);
    },
  );

  it(
    "sends a webhook after the restart that it could not send before",
    { timeout: 30_000 },
    async () => {
      const port = await freePort();
      const folder = temporaryFolder();
      const receiver = await startReceiver();
      receiver.answerWith(500);
      const settings = { STRIPE_SANDBOX_WEBHOOKS: JSON.stringify([receiver.setting]) };
      const child = await start(port, folder, settings);
      const customer = await sdk(port).customers.create({ name: "Ada" });
      await receiver.atLeast(1);
      await kill(child);
      receiver.answerWith(200);
      const before = receiver.received.length;
      await start(port, folder, settings);
      await receiver.atLeast(before + 1);
      const [event] = (await sdk(port).events.list({ type: "customer.created" })).data;
      expect(event?.data.object).toMatchObject({ id: customer.id });
      expect(receiver.received.at(-1)?.event.id).toBe(event?.id);
      await receiver.stop();
    },
  );

  it("ends with code 0 on SIGTERM", async () => {
    const child = await start(await freePort(), temporaryFolder());
    const code = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await code).toBe(0);
  });
});
