import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { z } from "zod";
import { connection, useConnection } from "@/lib/db/connection";
import { crashOperations } from "./crash-operations";

/**
 * A store process that does one thing and is killed on the way, without a chance to tidy up. Where it
 * can die is found by watching it: after each statement that the database has done, before each request
 * that leaves for the gateway, and after the gateway has acted but before the answer is read. It prints
 * how many such points it has passed.
 */
const target = z.object({ orderId: z.string(), paymentId: z.string(), ref: z.string() });
const task = z.object({ operation: z.string(), dieAt: z.number(), target });
const asked = task.parse(JSON.parse(process.argv[2] ?? ""));

let passed = 0;
function point(): void {
  passed += 1;
  if (passed === asked.dieAt) process.kill(process.pid, "SIGKILL");
}

const watched = ["queryRaw", "executeRaw", "commit"];
const opens = ["connect", "startTransaction"];

/** Counts what the database does, in transactions too. */
function watch<T extends object>(target: T): T {
  return new Proxy(target, {
    get(inner, name) {
      const value: unknown = Reflect.get(inner, name, inner);
      if (typeof value !== "function") return value;
      const isOpening = opens.includes(String(name));
      if (!isOpening && !watched.includes(String(name))) return value.bind(inner);
      return async (...args: unknown[]) => {
        const result: unknown = await Reflect.apply(value, inner, args);
        if (!isOpening) point();
        return isOpening && typeof result === "object" && result !== null ? watch(result) : result;
      };
    },
  });
}

const opened = await connection();
const { adapter } = opened;
useConnection({
  ...opened,
  adapter: {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => watch(await adapter.connect()),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  },
});

const ask = http.request;
Object.defineProperty(http, "request", {
  value: (...args: unknown[]) => {
    point();
    const request: unknown = Reflect.apply(ask, http, args);
    if (request instanceof http.ClientRequest) request.prependListener("response", point);
    return request;
  },
});
syncBuiltinESMExports();

const run = crashOperations[asked.operation];
if (!run) throw new Error(`There is no operation ${asked.operation}.`);
await run(asked.target);
console.log(passed);
process.exit(0);
