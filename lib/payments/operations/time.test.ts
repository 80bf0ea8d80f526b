import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { catchUpEvents } from "@/lib/payments/webhooks/catch-up";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder } from "./pay-order";
import { recoverPayment } from "./recover";
import { watchHolds } from "./watch-holds";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();

const actor = "merchant:test";
const DAY = 86_400;

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

async function control(path: string, body: unknown): Promise<void> {
  const { stripe: config } = env();
  const origin = config.mode === "sandbox" ? config.url : "";
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/_sandbox/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

async function authorized() {
  const orderId = await createOrder();
  return payOrder({
    orderId,
    gateway: "stripe",
    method: "authorize",
    source: "pm_card_visa",
    actor,
  });
}

const casesOf = async (orderId: string) =>
  (await database()).paymentCase.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } });

describe("an authorization", () => {
  it("lesson 32: is a case a day before it runs out, which ends with its capture", async () => {
    const payment = await authorized();
    const soon = new Date((payment.captureBefore?.getTime() ?? 0) - 3_600_000);
    await watchHolds(soon);
    await watchHolds(soon);
    expect(await casesOf(payment.orderId)).toMatchObject([
      { kind: "authorization_expiring", status: "open" },
    ]);
    await capturePayment({ paymentId: payment.id, actor });
    expect(await casesOf(payment.orderId)).toMatchObject([{ status: "settled" }]);
  });

  it("lessons 31 and 33: that ran out is released and a case, though no event came", async () => {
    const payment = await authorized();
    await control("clock", { advance: 8 * DAY });
    await watchHolds(new Date(Date.now() + 8 * DAY * 1000));
    const db = await database();
    const order = await db.order.findUniqueOrThrow({ where: { id: payment.orderId } });
    expect(order).toMatchObject({ payment: "voided", status: "processing" });
    expect(await casesOf(payment.orderId)).toMatchObject([{ kind: "authorization_expired" }]);
    await expect(capturePayment({ paymentId: payment.id, actor })).rejects.toMatchObject({
      code: "nothing_to_capture",
    });
  });
});

describe("a capture whose answer nobody got", () => {
  it.each([
    { fault: "refused", kept: { payment: "voided" }, capture: "failed" },
    { fault: "dropped_after_effect", kept: { payment: "paid" }, capture: "succeeded" },
  ] as const)("and whose hold has run out since ($fault): $capture", async (told) => {
    const payment = await authorized();
    gateway.next(told.fault, told.fault, told.fault);
    const capture = await capturePayment({ paymentId: payment.id, actor });
    expect(capture).toMatchObject({ status: "unknown" });
    gateway.always(null);
    await control("clock", { advance: 8 * DAY });
    await watchHolds(new Date(Date.now() + 8 * DAY * 1000));
    await recoverPayment(payment.id);
    const db = await database();
    const order = await db.order.findUniqueOrThrow({ where: { id: payment.orderId } });
    expect(order).toMatchObject(told.kept);
    const settled = await db.transaction.findUniqueOrThrow({ where: { id: capture.id } });
    expect(settled.status).toBe(told.capture);
  });
});

describe("events that never arrived", () => {
  it("lesson 38: are fetched, and worked on once", async () => {
    // Nobody listens at this endpoint.
    await stripe().webhookEndpoints.create({
      url: "http://127.0.0.1:9/webhooks",
      enabled_events: ["*"],
    });
    const orderId = await createOrder();
    const source = "pm_card_visa";
    const payment = await payOrder({
      orderId,
      gateway: "stripe",
      method: "purchase",
      source,
      actor,
    });
    await stripe().refunds.create({ payment_intent: payment.gatewayRef ?? "", amount: 1200 });
    await control("settle", {});
    const later = new Date(Date.now() + 8 * DAY * 1000);
    expect(await catchUpEvents(later)).toBeGreaterThan(0);
    expect(await catchUpEvents(later)).toBe(0);
    const db = await database();
    const row = await db.payment.findUnique({ where: { id: payment.id } });
    expect(row).toMatchObject({ refundedMinor: 1200n });
    await lookAgain({ paymentId: payment.id });
  });
});
