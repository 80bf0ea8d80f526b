import { createServer, type Server } from "node:http";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stripe } from "stripe";
import type { Settings, WebhookSetting } from "./settings";
import { startServer, type Sandbox } from "./server";

/** A sandbox for tests, on a free port, with the official SDK pointed at it. */
export type TestSandbox = Sandbox & {
  stripe: Stripe;
  /** What a browser would use: form fields in, parsed JSON out. */
  browser(method: "GET" | "POST", path: string, form?: Record<string, string>): Promise<Reply>;
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** Asks for faults, the clock and the like: `/_sandbox/<path>`, JSON in and out. */
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
};

export type Reply = { status: number; body: Record<string, unknown> };

type Options = Partial<Settings> & { durable?: boolean };

export async function startSandbox(options: Options = {}): Promise<TestSandbox> {
  const { durable = false, ...rest } = options;
  const journal = durable ? join(temporaryFolder(), "journal.ndjson") : null;
  const sandbox = await startServer({
    port: 0,
    origin: null,
    journal,
    fsync: false,
    webhooks: [],
    accounts: ["acct_sandbox_connected"],
    merchant: "Test shop",
    rawCards: false,
    ...rest,
  });
  const raw = rawOf(sandbox.url);
  return {
    ...sandbox,
    stripe: sdk(sandbox.port),
    browser: browserOf(sandbox.url),
    raw,
    async control(method, path, body) {
      const headers = { "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return (await raw(`/_sandbox/${path}`, { method, headers, ...sent })).json();
    },
  };
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), "stripe-sandbox-"));

/** The official SDK against a sandbox. No retries: a test wants to see the first answer. */
export function sdk(port: number, config: Partial<Stripe.StripeConfig> = {}): Stripe {
  return new Stripe("sk_test_sandbox", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
    ...config,
  });
}

function browserOf(url: string): TestSandbox["browser"] {
  return async (method, path, form = {}) => {
    const fields = new URLSearchParams(form);
    const target = method === "GET" ? `${url}${path}?${fields}` : `${url}${path}`;
    const answer = await fetch(target, {
      method,
      headers: { authorization: "Bearer pk_test_sandbox" },
      ...(method === "POST" ? { body: fields } : {}),
    });
    const body: Record<string, unknown> = await answer.json();
    return { status: answer.status, body };
  };
}

/** A request as `curl` sends it, with a secret key. */
export const asForm = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body,
  headers: {
    authorization: "Bearer sk_test_x",
    "content-type": "application/x-www-form-urlencoded",
    ...headers,
  },
});

const rawOf =
  (url: string): TestSandbox["raw"] =>
  (path, init) =>
    fetch(`${url}${path}`, init);

export type Received = { signature: string; payload: string; event: { id: string; type: string } };

/** A webhook endpoint that remembers what came and answers what the test wants. */
export type Receiver = {
  setting: WebhookSetting;
  received: Received[];
  types(): string[];
  /** Resolves once `count` deliveries came. */
  atLeast(count: number): Promise<void>;
  answerWith(status: number): void;
  stop(): Promise<void>;
};

export async function startReceiver(secret = "whsec_test"): Promise<Receiver> {
  const received: Received[] = [];
  let status = 200;
  let wake: () => void = () => undefined;
  const server: Server = createServer((request, response) => {
    let payload = "";
    request.on("data", (chunk: Buffer) => (payload += chunk.toString()));
    request.on("end", () => {
      const signature = String(request.headers["stripe-signature"]);
      received.push({ signature, payload, event: JSON.parse(payload) });
      response.writeHead(status).end();
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    setting: {
      url: `http://127.0.0.1:${port}/hook`,
      secret,
      connect: false,
      enabled_events: ["*"],
    },
    received,
    types: () => received.map(({ event }) => event.type),
    async atLeast(count) {
      while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
    answerWith: (next) => (status = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
