import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { expect, test } from "@playwright/test";
import { freshSettings, startStore, removeData } from "../fixtures/store-process";

type Ended = { code: number | null; said: string };

/** Runs `npm start` to its end. */
function npmStart(settings: Record<string, string>): Promise<Ended> {
  const child = spawn("npm", ["start", "--silent"], { env: { ...process.env, ...settings } });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.on("exit", (code) => resolve({ code, said: Buffer.concat(said).toString() }));
  });
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(port, () => resolve(server));
  });
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test.describe("npm start", () => {
  test.setTimeout(120_000);

  for (const { name, settings, says } of [
    {
      name: "half-set Stripe keys",
      settings: { STRIPE_SECRET_KEY: "sk_test_1" },
      says: "set all three, or none",
    },
    {
      name: "a broken DATABASE_URL",
      settings: {
        DATABASE_URL: "postgresql://user:secret@127.0.0.1:1/none",
        AUTH_SECRET: "a secret of at least 32 characters",
      },
      says: "DATABASE_URL does not lead to a database (127.0.0.1:1/none)",
    },
  ]) {
    test(`refuses ${name} in one sentence`, async () => {
      const own = await freshSettings();
      const { code, said } = await npmStart({ ...own, ...settings });
      expect(said).toContain(says);
      expect(said).not.toContain("secret@");
      expect(said).not.toMatch(/^ +at /m);
      expect(code).toBe(1);
      await rm(own["DATA_DIR"] ?? "", { recursive: true, force: true });
    });
  }

  test("refuses a taken port in one sentence", async () => {
    const settings = await freshSettings();
    const taken = await listen(Number(settings["PORT"]));
    const { code, said } = await npmStart(settings);
    taken.close();
    expect(said.trim()).toBe(
      `Port ${settings["PORT"]} is taken: stop what listens there, or set PORT.`,
    );
    expect(code).toBe(1);
  });

  test("starts with keys whether Stripe answers or not, and shows what is sold", async () => {
    const store = await startStore({
      ...(await freshSettings()),
      STRIPE_SECRET_KEY: "sk_test_none",
      STRIPE_PUBLISHABLE_KEY: "pk_test_none",
      STRIPE_WEBHOOK_SECRET: "whsec_none",
    });
    expect((await fetch(`${store.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${store.url}/products`)).status).toBe(200);
    expect((await fetch(store.sandboxUrl).catch(() => null))?.status).toBeUndefined();
    await store.stop();
    await removeData(store);
  });

  test("starts again on the same data, and leaves no process behind", async () => {
    const settings = await freshSettings();
    const first = await startStore(settings);
    expect(first.output()).toContain("merchant@tender.test");
    await first.stop();
    expect(await answers(`${first.url}/healthz`)).toBe(false);
    expect(await answers(first.sandboxUrl)).toBe(false);

    // As a person starts it: npm, a shell, the launcher, and under it the store and the sandbox.
    const npm = spawn("npm", ["start"], { env: { ...process.env, ...settings }, stdio: "ignore" });
    await expect.poll(() => answers(`${first.url}/readyz`), { timeout: 60_000 }).toBe(true);
    npm.kill("SIGTERM");
    await expect.poll(() => answers(`${first.url}/healthz`), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => answers(first.sandboxUrl), { timeout: 15_000 }).toBe(false);
    await removeData(first);
  });
});
