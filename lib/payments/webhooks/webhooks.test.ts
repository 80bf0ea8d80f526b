import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { newToken } from "@/lib/ids";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { bodyOf, deliver, paidCheckout, sign } from "@/lib/testing/stripe-events";
import { processEvents } from "./process";
import { receiveStripeEvent } from "./receive";

useTestDatabase();
useSandbox();

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { transactions: true } });

describe("the inbox", () => {
  it("lessons 2, 13 and 15: pays an order whose shopper never came back, once for five deliveries", async () => {
    const { orderId, checkout } = await paidCheckout();
    const object = { id: checkout.sessionId, object: "checkout.session", metadata: {} };
    const body = bodyOf({ id: "evt_five", type: "checkout.session.completed", object });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => deliver(body)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const db = await database();
    expect(await db.webhookEvent.count({ where: { externalId: "evt_five" } })).toBe(1);
    await processEvents();
    expect(await order(orderId)).toMatchObject({ payment: "paid", transactions: [{}] });
    expect(await deliver(body)).toMatchObject({ status: 204 });
    expect(await processEvents()).toBe(0);
    await expectSound();
  });

  it.each([
    { promise: "no signature", signature: null },
    { promise: "another secret", signature: (body: string) => sign(body, "whsec_other") },
    { promise: "another body", signature: () => sign("{}") },
    {
      promise: "an old signature",
      signature: (payload: string) =>
        stripe().webhooks.generateTestHeaderString({
          payload,
          secret: env().stripe.webhookSecret,
          timestamp: 1_000,
        }),
    },
  ])("lesson 55: refuses $promise and keeps nothing", async ({ signature }) => {
    const body = bodyOf({ id: "evt_bad", type: "payment_intent.succeeded", object: {} });
    expect(await deliver(body, signature && signature(body))).toMatchObject({ status: 400 });
    const db = await database();
    expect(await db.webhookEvent.count({ where: { externalId: "evt_bad" } })).toBe(0);
  });

  it("lesson 18: finds a payment by the id we left in its metadata, before its reference is known", async () => {
    const { orderId, checkout, intent } = await paidCheckout();
    const db = await database();
    await db.payment.update({ where: { id: checkout.paymentId }, data: { sessionRef: null } });
    const metadata = { order_id: orderId, payment_id: checkout.paymentId };
    const object = { id: intent, object: "payment_intent", metadata };
    await deliver(bodyOf({ type: "payment_intent.succeeded", object }));
    await processEvents();
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
    await expectSound();
  });

  it.each([
    { promise: "5 MB, unsigned", body: "x".repeat(5 * 1024 * 1024), signed: false, status: 413 },
    { promise: "5 MB, signed", body: "x".repeat(5 * 1024 * 1024), signed: true, status: 413 },
    { promise: "no JSON, signed", body: '{"id":"evt_half', signed: true, status: 400 },
    { promise: "JSON that is no object, signed", body: "null", signed: true, status: 400 },
    { promise: "an object that is no event, signed", body: "{}", signed: true, status: 400 },
    { promise: "an id that is a number, signed", body: '{"id":1}', signed: true, status: 400 },
    { promise: "nothing, signed", body: "", signed: true, status: 400 },
  ])("refuses $promise", async ({ body, signed, status }) => {
    const db = await database();
    const before = await db.webhookEvent.count();
    expect(await deliver(body, signed ? sign(body) : null)).toMatchObject({ status });
    expect(await db.webhookEvent.count()).toBe(before);
  });

  it("counts a body that does not say how long it is, and does not read it for ever", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 1;
        stream.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const url = "http://localhost:3000/webhooks/stripe";
    // Node asks for `duplex` with a stream, and the browser's types do not know it.
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
    const request = new Request(url, init);
    expect(await receiveStripeEvent("stripe", request)).toMatchObject({ status: 413 });
    // Dropped up to 64 MB, so that the next request on the connection is not held up.
    expect(sent).toBeLessThan(1_000);
  });

  it("is not held up by an event whose names no database can keep", async () => {
    const { orderId, checkout } = await paidCheckout();
    const odd = { id: "pi_\u0000", object: "payment_intent", payment_intent: "\ud800" };
    await deliver(bodyOf({ type: "payment_intent.succeeded", object: odd }));
    await deliver(bodyOf({ type: "charge.succeeded", object: { ...odd, object: "charge" } }));
    const object = { id: checkout.sessionId, object: "checkout.session" };
    await deliver(bodyOf({ type: "checkout.session.completed", object }));
    await processEvents();
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
    expect(await (await database()).webhookEvent.count({ where: { processedAt: null } })).toBe(0);
  });

  it.each([
    { promise: "a type that nobody knows", event: { type: "moon.rose", data: { object: {} } } },
    { promise: "an event without its data", event: { type: "payment_intent.succeeded" } },
    { promise: "one of the second API", event: { type: "v2.core.event", related_object: null } },
    {
      promise: "one whose object is odd",
      event: {
        type: "charge.refunded",
        data: { object: { object: "charge", payment_intent: 7, metadata: [1], id: "ch_1" } },
      },
    },
  ])("keeps and acknowledges $promise", async ({ event }) => {
    const id = `evt_${newToken()}`;
    expect(await deliver(JSON.stringify({ id, ...event }))).toMatchObject({ status: 204 });
    await processEvents();
    const db = await database();
    const stored = await db.webhookEvent.findFirst({ where: { externalId: id } });
    expect(stored).toMatchObject({ type: event.type, lastError: null });
    expect(stored?.processedAt).not.toBeNull();
  });

  it("keeps and acknowledges what is about nothing of ours", async () => {
    const body = bodyOf({
      id: "evt_other",
      type: "customer.created",
      object: { id: "cus_1", object: "customer" },
    });
    expect(await deliver(body)).toMatchObject({ status: 204 });
    await processEvents();
    const db = await database();
    const stored = await db.webhookEvent.findFirst({ where: { externalId: "evt_other" } });
    expect(stored?.processedAt).not.toBeNull();
  });

  it("lesson 12: believes nothing of what an event says, only where it points", async () => {
    const orderId = await createOrder();
    const checkout = await startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/return",
      actor: "shopper",
    });
    const object = {
      id: checkout.sessionId,
      object: "checkout.session",
      status: "complete",
      payment_status: "paid",
    };
    await deliver(bodyOf({ type: "checkout.session.completed", object }));
    await processEvents();
    expect(await order(orderId)).toMatchObject({ payment: "unpaid", status: "incomplete" });
    await expectSound();
  });

  it("shows a merchant money that names one of our orders and no payment", async () => {
    const orderId = await createOrder();
    const intent = await stripe().paymentIntents.create({
      amount: 700,
      currency: "usd",
      confirm: true,
      payment_method: "pm_card_visa",
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      metadata: { order_id: orderId },
    });
    const object = { id: intent.id, object: "payment_intent", metadata: intent.metadata };
    for (let times = 0; times < 3; times += 1) {
      await deliver(bodyOf({ type: "payment_intent.succeeded", object }));
      await processEvents();
    }
    const db = await database();
    expect(await db.paymentCase.findMany({ where: { orderId } })).toMatchObject([
      { kind: "unknown_payment", status: "open", facts: { capturedMinor: 700 } },
    ]);
    await expectSound();
  });

  it("lesson 8: keeps an event that it cannot work on yet, and tries again later", async () => {
    const { orderId, checkout } = await paidCheckout();
    const object = { id: checkout.sessionId, object: "checkout.session" };
    await deliver(bodyOf({ id: "evt_later", type: "checkout.session.completed", object }));
    const { tenderEnv } = globalThis;
    const config = env().stripe;
    if (tenderEnv && config.mode === "sandbox") {
      // Nobody listens there.
      globalThis.tenderEnv = { ...tenderEnv, stripe: { ...config, url: "http://127.0.0.1:9" } };
    }
    await processEvents();
    globalThis.tenderEnv = tenderEnv;
    const db = await database();
    const kept = await db.webhookEvent.findFirstOrThrow({ where: { externalId: "evt_later" } });
    expect(kept).toMatchObject({ processedAt: null, attempts: 1 });
    expect(kept.nextTryAt?.getTime()).toBeGreaterThan(Date.now());
    await db.webhookEvent.update({ where: { id: kept.id }, data: { nextTryAt: new Date() } });
    await processEvents();
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
    await expectSound();
  });
});
