import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { z } from "zod";
import { connection, useConnection } from "@/lib/db/connection";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { processEvents } from "@/lib/payments/webhooks/process";
import { requireAccount } from "@/lib/register/accounts";
import { requireInPerson } from "@/lib/register/in-person";
import { beginPayment } from "@/lib/register/operations/begin-payment";
import { changeInPerson } from "@/lib/register/operations/change-amount";

/**
 * A store process that does one thing and is killed on the way, without a chance to tidy up. Where it
 * can die is found by watching it: after each statement that the database has done, before each request
 * that leaves for the gateway, and after the gateway has acted but before the answer is read. It prints
 * how many such points it has passed.
 */
const order = z.object({ orderId: z.string(), paymentId: z.string() });
const task = order.extend({ operation: z.string(), dieAt: z.number() });
const { operation, dieAt, orderId, paymentId } = task.parse(JSON.parse(process.argv[2] ?? ""));

let passed = 0;
function point(): void {
  passed += 1;
  if (passed === dieAt) process.kill(process.pid, "SIGKILL");
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

const actor = "merchant:test";
const idempotencyKey = "crash";
const pay = { orderId, actor, idempotencyKey, source: "pm_card_visa" } as const;
const operations: Record<string, () => Promise<unknown>> = {
  pay: () => payOrder({ ...pay, gateway: "stripe", method: "purchase" }),
  authorize: () => payOrder({ ...pay, gateway: "stripe", method: "authorize" }),
  pay_offline: () => payOrder({ ...pay, gateway: "manual", method: "purchase" }),
  capture: () => capturePayment({ paymentId, actor, idempotencyKey, amountMinor: 3000 }),
  refund: () => refundPayment({ paymentId, actor, idempotencyKey, amountMinor: 3000 }),
  void: () => voidPayment({ paymentId, actor, idempotencyKey }),
  start_checkout: () =>
    startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/return",
      actor,
    }),
  begin_in_person: async () => {
    const account = await requireAccount({ externalId: "crash" });
    const named = { account, actor, externalTransactionId: orderId, sale: { orderId } };
    await beginPayment({ ...named, methodType: "card_present", captureMethod: "manual" });
  },
  change_amount: async () => {
    const account = await requireAccount({ externalId: "crash" });
    const payment = await requireInPerson(account, { paymentId });
    await changeInPerson({ account, payment, amountMinor: 7000 });
  },
  look: () => lookAgain({ orderId }),
  look_at_payment: () => lookAgain({ paymentId }),
  webhooks: () => processEvents(),
  recover: () => recoverTransactions(),
  release: () => releaseExpired(),
};

const run = operations[operation];
if (!run) throw new Error(`There is no operation ${operation}.`);
await run();
console.log(passed);
process.exit(0);
