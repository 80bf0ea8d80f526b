import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { sdk, startReceiver, startSandbox, type Receiver, type TestSandbox } from "./testing";

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
  await control("DELETE", "faults");
  await control("POST", "settle", {});
  receiver.received.length = 0;
});

async function control(
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const answer = await sandbox.raw(`/_sandbox/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

const advance = (seconds: number) => control("POST", "clock", { advance: seconds });
const DAY = 86_400;

const pay = (extra: object): Promise<Stripe.PaymentIntent> =>
  sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    return_url: "http://localhost",
    ...extra,
  });

describe("time", () => {
  it("an authorization that nobody captures expires after seven days", async () => {
    const held = await pay({ payment_method: "pm_card_visa", capture_method: "manual" });
    await advance(6 * DAY);
    expect((await sandbox.stripe.paymentIntents.retrieve(held.id)).status).toBe("requires_capture");
    await advance(DAY + 1);
    const gone = await sandbox.stripe.paymentIntents.retrieve(held.id);
    expect(gone).toMatchObject({ status: "canceled", cancellation_reason: "expired" });
    const types = (await sandbox.stripe.events.list({ limit: 3 })).data.map(({ type }) => type);
    expect(types).toContain("charge.expired");
    expect(types).toContain("payment_intent.canceled");
  });

  it("a session expires after a day", async () => {
    const session = await sandbox.stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "http://localhost/ok",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "usd", unit_amount: 900, product_data: { name: "Tea" } },
        },
      ],
    });
    expect(session.url).toContain(`/c/pay/${session.id}`);
    await advance(DAY + 1);
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("expired");
  });

  it.each([
    { account: "000123456789", end: "succeeded", code: undefined },
    { account: "000222222227", end: "requires_payment_method", code: "insufficient_funds" },
    { account: "000111111113", end: "requires_payment_method", code: "account_closed" },
  ])("a bank debit of $account is processing, then $end", async ({ account, end, code }) => {
    const waiting = await pay({
      payment_method_data: {
        type: "us_bank_account",
        us_bank_account: {
          account_number: account,
          routing_number: "110000000",
          account_holder_type: "individual",
        },
        billing_details: { name: "Ada", email: "ada@example.com" },
      },
    });
    expect(waiting.status).toBe("processing");
    await advance(200);
    const after = await sandbox.stripe.paymentIntents.retrieve(waiting.id);
    expect(after.status).toBe(end);
    expect(after.last_payment_error?.code).toBe(code);
  });

  it("a refund of the pending test card succeeds later, of the failing one fails", async () => {
    for (const [card, first, then] of [
      ["pm_card_pendingRefund", "pending", "succeeded"],
      ["pm_card_refundFail", "succeeded", "failed"],
    ] as const) {
      const paid = await pay({ payment_method: card });
      const refund = await sandbox.stripe.refunds.create({ payment_intent: paid.id });
      expect(refund.status).toBe(first);
      await advance(10);
      expect((await sandbox.stripe.refunds.retrieve(refund.id)).status).toBe(then);
    }
  });

  it("a webhook that is refused comes again, with the same event id", async () => {
    receiver.answerWith(503);
    await sandbox.stripe.customers.create({ name: "Ada" });
    await receiver.atLeast(1);
    await control("POST", "settle", {});
    receiver.answerWith(200);
    await advance(2);
    await receiver.atLeast(2);
    const [first, second] = receiver.received;
    expect(second?.event.id).toBe(first?.event.id);
  });
});

describe("many webhooks", () => {
  it("all arrive, once each, in a burst", async () => {
    await Promise.all(Array.from({ length: 60 }, () => sandbox.stripe.customers.create({})));
    await receiver.atLeast(60);
    await control("POST", "settle", {});
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(60);
    expect(receiver.received).toHaveLength(60);
  });
});

describe("faults", () => {
  const once = (kind: string, extra: object = {}) =>
    control("POST", "faults", {
      requests: [{ endpoint: "POST /v1/customers", kind, times: 1, ...extra }],
    });

  it("answers a status that was asked for, once", async () => {
    for (const [status, type] of [
      [500, "StripeAPIError"],
      [429, "StripeRateLimitError"],
    ] as const) {
      await once("status", { status });
      await expect(sandbox.stripe.customers.create({})).rejects.toMatchObject({ type });
      await expect(sandbox.stripe.customers.create({})).resolves.toMatchObject({
        object: "customer",
      });
    }
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
    await expect(sandbox.raw("/v1/customers", form(`email=${email}`))).rejects.toThrow(
      "fetch failed",
    );
    expect((await sandbox.stripe.customers.list({ email })).data).toEqual([]);
  });

  it("while an answer is late, its key is in use", async () => {
    await once("latency", { ms: 500 });
    const key = { "idempotency-key": "late-1" };
    const first = sandbox.raw("/v1/customers", form("name=Late", key));
    const second = async () => {
      const answer = await sandbox.raw("/v1/customers", form("name=Late", key));
      return answer.status;
    };
    await expect.poll(second, { interval: 5 }).toBe(409);
    expect((await first).status).toBe(200);
    expect(await second()).toBe(200);
  });

  it("a webhook can be lost, sent twice, or wrongly signed", async () => {
    const add = (kind: string) =>
      control("POST", "faults", { webhooks: [{ events: "customer.*", kind, times: 1 }] });
    await add("lost");
    await sandbox.stripe.customers.create({});
    await control("POST", "settle", {});
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

  it("snapshots bring everything back, and a reset forgets everything", async () => {
    const { stripe } = sandbox;
    const kept = await stripe.customers.create({ name: "Kept" });
    const { id } = await control("POST", "snapshots", {});
    const later = await stripe.customers.create({ name: "Later" });
    await control("POST", `snapshots/${String(id)}/restore`, {});
    expect((await stripe.customers.retrieve(kept.id)).id).toBe(kept.id);
    await expect(stripe.customers.retrieve(later.id)).rejects.toThrow("No such customer");
    await control("POST", "reset", {});
    await expect(stripe.customers.retrieve(kept.id)).rejects.toThrow("No such customer");
    expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
  });

  const form = (body: string, headers: Record<string, string> = {}): RequestInit => ({
    method: "POST",
    body,
    headers: {
      authorization: "Bearer sk_test_x",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
});
