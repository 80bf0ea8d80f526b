import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { env, SettingsError } from "@/lib/env";
import { buildIfNeeded, generateClient } from "./build";
import { Children } from "./children";
import { greeting } from "./greeting";
import { whenParentsAreGone } from "./parents";
import { assertPortFree } from "./ports";
import { runs } from "./programs";
import { startSandbox } from "./sandbox";
import { untilAnswers } from "./until-answers";

/**
 * The program behind `npm start`, `npm run dev` and `npm run sandbox`: it looks at the settings, builds
 * what is missing, starts the sandbox and the store as processes of their own, and ends with them.
 */
const { values } = parseArgs({
  options: { dev: { type: "boolean" }, sandbox: { type: "boolean" }, build: { type: "boolean" } },
});

process.env["NEXT_TELEMETRY_DISABLED"] = "1";
// What stands in the environment wins over what stands in the file.
if (existsSync(".env")) process.loadEnvFile(".env");

const children = new Children();
whenParentsAreGone(() => void children.stop().then(() => process.exit(0)));
try {
  if (values.build) await buildIfNeeded();
  else await (values.sandbox ? runSandbox() : runStore(values.dev === true));
  if (!values.build) await children.untilDeath();
} catch (error) {
  for (const line of sentences(error)) if (line) console.error(line);
  await children.stop();
  process.exit(1);
}

function sentences(error: unknown): readonly string[] {
  if (error instanceof SettingsError) return error.problems;
  if (error instanceof Error) return [error.message];
  return [String(error)];
}

async function runSandbox(): Promise<void> {
  const { stripe } = env();
  if (stripe.mode === "stripe") {
    throw new Error("Stripe keys are set: the sandbox is for working without them.");
  }
  await assertPortFree(stripe.port, "STRIPE_SANDBOX_PORT");
  startSandbox(children, false);
  await children.whileRunning(untilAnswers(`http://127.0.0.1:${stripe.port}/`));
  console.log(`The Stripe sandbox answers at http://localhost:${stripe.port}`);
}

async function runStore(dev: boolean): Promise<void> {
  const { port, stripe } = env();
  await assertPortFree(port, "PORT");
  const ownSandbox = stripe.mode === "sandbox" && stripe.startedHere;
  if (ownSandbox) await assertPortFree(stripe.port, "STRIPE_SANDBOX_PORT");

  await (dev ? generateClient() : buildIfNeeded());
  if (ownSandbox) startSandbox(children, !dev);
  const setupLink = await startStore(dev);
  const store = `http://127.0.0.1:${port}`;
  // Stripe being down is no reason to end, and to take the shop with it: goods can be looked at, and what
  // waits for Stripe is done later. Of our own sandbox we know that it comes.
  const ready = [untilAnswers(`${store}/${stripe.mode === "sandbox" ? "readyz" : "healthz"}`)];
  if (stripe.mode === "sandbox") ready.push(untilAnswers(`${stripe.url}/`));
  await children.whileRunning(Promise.all(ready));
  console.log(greeting(env(), setupLink));
  if (stripe.mode === "stripe") await sayWhatIsMissing(`${store}/readyz`);
}

async function sayWhatIsMissing(url: string): Promise<void> {
  const answer = await fetch(url).catch(() => null);
  if (answer?.ok === false) console.error((await answer.text()).trim());
}

/** Gives the one-time link for the first merchant where the start made one. */
async function startStore(dev: boolean): Promise<string | null> {
  const store = children.start("store", runs("lib/launch/store.ts", !dev), {
    NODE_ENV: dev ? "development" : "production",
  });
  const told = new Promise<string | null>((resolve) => {
    store.on("message", (message) => {
      if (typeof message === "object" && message !== null && "listening" in message) {
        const link = "setupLink" in message ? message.setupLink : null;
        resolve(typeof link === "string" ? link : null);
      }
    });
  });
  return children.whileRunning(told);
}
