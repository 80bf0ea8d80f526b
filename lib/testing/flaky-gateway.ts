import { once } from "node:events";
import {
  createServer,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { afterAll, beforeAll } from "vitest";
import { env } from "@/lib/env";
import { setNetworkRetries } from "@/lib/payments/gateways/stripe/client";

/**
 * The network between the store and the gateway, with its failures: the request never arrives, the
 * answer never comes back although the money has moved, or the gateway answers with an error of its
 * own. Call after `useSandbox`.
 */
export type Fault = "refused" | "dropped_after_effect" | "error_500";

export type FlakyGateway = {
  /** The faults of the next requests that change something, in this order; reads pass. */
  next(...faults: (Fault | null)[]): void;
  /** As `next`, for each request until it is called with null. */
  always(fault: Fault | null): void;
  /** How many requests came that change something. */
  writes: number;
};

export function useFlakyGateway(): FlakyGateway {
  const queue: (Fault | null)[] = [];
  let standing: Fault | null = null;
  let broken: { key: string; fault: Fault | null; left: number } = {
    key: "",
    fault: null,
    left: 0,
  };
  const gateway: FlakyGateway = {
    next: (...faults) => void queue.push(...faults),
    always: (fault) => {
      standing = fault;
      queue.length = 0;
      broken = { key: "", fault: null, left: 0 };
    },
    writes: 0,
  };
  let target = new URL("http://127.0.0.1");
  const server = createServer((request, response) => {
    const isRead = request.method === "GET";
    if (!isRead) gateway.writes += 1;
    const key = String(request.headers["idempotency-key"] ?? "");
    // After a broken connection the SDK asks once more, whatever it is told: that breaks as well.
    const again = key !== "" && key === broken.key && broken.left-- > 0 ? broken.fault : null;
    const fault = standing ?? again ?? (isRead ? null : (queue.shift() ?? null));
    if (fault !== null && again === null) {
      broken = { key, fault, left: fault === "error_500" ? 0 : 1 };
    }
    handle(request, response, target, fault).catch(() => request.socket.destroy());
  });

  beforeAll(async () => {
    const config = env();
    if (config.stripe.mode !== "sandbox") throw new Error("Faults are for the sandbox only.");
    target = new URL(config.stripe.url);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port was given.");
    const url = `http://127.0.0.1:${address.port}`;
    globalThis.tenderEnv = { ...config, stripe: { ...config.stripe, url } };
    setNetworkRetries(0);
  });
  afterAll(() => {
    setNetworkRetries(2);
    server.closeAllConnections();
    server.close();
  });
  return gateway;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
  fault: Fault | null,
): Promise<void> {
  if (fault === "refused") {
    request.socket.destroy();
    return;
  }
  if (fault === "error_500") {
    response.writeHead(500, { "content-type": "application/json", "stripe-should-retry": "false" });
    response.end(JSON.stringify({ error: { type: "api_error", message: "Something is wrong." } }));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { hostname, port } = target;
  const { method, url: path, headers } = request;
  const onward = ask({ hostname, port, method, path, headers });
  onward.end(Buffer.concat(chunks));
  const answer = await answerOf(onward);
  if (fault === "dropped_after_effect") {
    answer.resume();
    await once(answer, "end");
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

function answerOf(onward: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => onward.on("response", resolve).on("error", reject));
}
