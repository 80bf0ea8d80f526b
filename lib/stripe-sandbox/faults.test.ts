import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  asForm,
  sdk,
  startReceiver,
  startSandbox,
  type Receiver,
  type TestSandbox,
} from "./testing";

let sandbox: TestSandbox;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startSandbox({ webhooks: [receiver.setting] });
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
});
beforeEach(async () => {
  receiver.answerWith(200);
  await sandbox.control("DELETE", "faults");
  await sandbox.control("POST", "settle", {});
  receiver.received.length = 0;
});

describe("many webhooks", () => {
  it("all arrive, once each, in a burst", async () => {
    await Promise.all(Array.from({ length: 60 }, () => sandbox.stripe.customers.create({})));
    await receiver.atLeast(60);
    await sandbox.control("POST", "settle", {});
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(60);
    expect(receiver.received).toHaveLength(60);
  });
});

describe("faults", () => {
  const once = (kind: string, extra: object = {}) =>
    sandbox.control("POST", "faults", {
      requests: [{ endpoint: "POST /v1/customers", kind, times: 1, ...extra }],
    });

  it("answers a status that was asked for, once", async () => {
    for (const [status, type] of [
      [500, "StripeAPIError"],
      [429, "StripeRateLimitError"],
      [409, "StripeAPIError"],
    ] as const) {
      await once("status", { status });
      await expect(sandbox.stripe.customers.create({})).rejects.toMatchObject({ type });
      await expect(sandbox.stripe.customers.create({})).resolves.toMatchObject({
        object: "customer",
      });
    }
  });

  it("strikes by lot, and a seed draws the same lots again", async () => {
    const lots = async () => {
      const fault = { endpoint: "GET /v1/balance", kind: "status", status: 500, probability: 0.5 };
      await sandbox.control("POST", "faults", { seed: 7, requests: [fault] });
      const statuses: number[] = [];
      for (let at = 0; at < 12; at++) {
        const { status } = await sandbox.raw("/v1/balance", {
          headers: { authorization: "Bearer sk_test_x" },
        });
        statuses.push(status);
      }
      await sandbox.control("DELETE", "faults");
      return statuses;
    };
    const first = await lots();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await lots()).toEqual(first);
  });

  it.each(["dropped_after_effect", "cut_answer"])(
    "%s: the effect stays, and a second try with the same key finds it",
    async (kind) => {
      await once(kind);
      const email = `${kind}@example.com`;
      const key = { idempotencyKey: `fault-${kind}` };
      // A connection that breaks is tried again by the SDK, an answer that is cut is not.
      await Promise.allSettled([sandbox.stripe.customers.create({ email }, key)]);
      const made = await sandbox.stripe.customers.create({ email }, key);
      const all = await sandbox.stripe.customers.list({ email });
      expect(all.data.map(({ id }) => id)).toEqual([made.id]);
    },
  );

  it("the SDK's own retries get over a dropped answer without a second effect", async () => {
    await once("dropped_after_effect");
    const stripe = sdk(sandbox.port, { maxNetworkRetries: 2 });
    const made = await stripe.customers.create({ email: "retry@example.com" });
    const all = await stripe.customers.list({ email: "retry@example.com" });
    expect(all.data.map(({ id }) => id)).toEqual([made.id]);
  });

  it("refuses a connection before anything happens", async () => {
    await once("refused");
    const email = "refused@example.com";
    await expect(sandbox.raw("/v1/customers", asForm(`email=${email}`))).rejects.toThrow(
      "fetch failed",
    );
    expect((await sandbox.stripe.customers.list({ email })).data).toEqual([]);
  });

  it("while an answer is late, its key is in use", async () => {
    await once("latency", { ms: 500 });
    const key = { "idempotency-key": "late-1" };
    const first = sandbox.raw("/v1/customers", asForm("name=Late", key));
    const second = async () => {
      const answer = await sandbox.raw("/v1/customers", asForm("name=Late", key));
      return answer.status;
    };
    await expect.poll(second, { interval: 5 }).toBe(409);
    expect((await first).status).toBe(200);
    expect(await second()).toBe(200);
  });

  it("a webhook can be lost, sent twice, or wrongly signed", async () => {
    const add = (kind: string) =>
      sandbox.control("POST", "faults", { webhooks: [{ events: "customer.*", kind, times: 1 }] });
    await add("lost");
    await sandbox.stripe.customers.create({});
    await sandbox.control("POST", "settle", {});
    expect(receiver.received).toHaveLength(0);
    await add("twice");
    await sandbox.stripe.customers.create({});
    await receiver.atLeast(2);
    expect(receiver.received[0]?.event.id).toBe(receiver.received[1]?.event.id);
    await add("wrongly_signed");
    await sandbox.stripe.customers.create({});
    await receiver.atLeast(3);
    const { payload = "", signature = "" } = receiver.received[2] ?? {};
    expect(() => sandbox.stripe.webhooks.constructEvent(payload, signature, "whsec_test")).toThrow(
      "No signatures found",
    );
  });

  it("a webhook can be late, and overtaken by later ones", async () => {
    await sandbox.control("POST", "faults", {
      webhooks: [{ events: "customer.created", kind: "late", seconds: 60, times: 1 }],
    });
    const { id } = await sandbox.stripe.customers.create({});
    await sandbox.stripe.customers.update(id, { name: "Ada" });
    await receiver.atLeast(1);
    await sandbox.control("POST", "clock", { advance: 61 });
    await receiver.atLeast(2);
    expect(receiver.types()).toEqual(["customer.updated", "customer.created"]);
  });

  it("webhooks can come in another order than they happened, none of them lost", async () => {
    await sandbox.control("POST", "faults", {
      seed: 170,
      webhooks: [{ events: "*", kind: "shuffled" }],
    });
    await sandbox.stripe.paymentIntents.create({
      amount: 2000,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://localhost",
    });
    await receiver.atLeast(3);
    const happened = (await sandbox.stripe.events.list({ limit: 3 })).data.toReversed();
    const came = receiver.received.map(({ event }) => event.id);
    expect(came.toSorted()).toEqual(happened.map(({ id }) => id).toSorted());
    // This seed holds the first event back the longest.
    expect(came.at(-1)).toBe(happened[0]?.id);
  });

  it("snapshots bring everything back, and a reset forgets everything", async () => {
    const { stripe } = sandbox;
    const kept = await stripe.customers.create({ name: "Kept" });
    const { id } = await sandbox.control("POST", "snapshots", {});
    const later = await stripe.customers.create({ name: "Later" });
    await sandbox.control("POST", `snapshots/${String(id)}/restore`, {});
    expect((await stripe.customers.retrieve(kept.id)).id).toBe(kept.id);
    await expect(stripe.customers.retrieve(later.id)).rejects.toThrow("No such customer");
    await sandbox.control("POST", "reset", {});
    await expect(stripe.customers.retrieve(kept.id)).rejects.toThrow("No such customer");
    expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
  });
});
