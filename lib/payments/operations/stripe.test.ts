import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { saveGatewaySettings, gatewaySettingsSchema } from "@/lib/payments/store/gateway-settings";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder, type PayOrder } from "./pay-order";
import { refundPayment } from "./refund-payment";
import { voidPayment } from "./void-payment";

useTestDatabase();
const sandbox = useSandbox();

const actor = "merchant:test";

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

async function pay(overrides: Partial<PayOrder> & { totalMinor?: number } = {}) {
  const { totalMinor = 5000, ...rest } = overrides;
  const orderId = await createOrder({ totalMinor });
  return payOrder({
    orderId,
    gateway: "stripe",
    method: "authorize",
    source: "pm_card_visa",
    actor,
    ...rest,
  });
}

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { cases: true } });

const at = (intent: string | null, options = {}) =>
  stripe().paymentIntents.retrieve(intent ?? "", {}, options);

describe.each(["stripe", "stripe_connect"] as const)("%s", (gateway) => {
  const options = () => (gateway === "stripe" ? {} : { stripeAccount: sandbox.account });

  it.each(["pm_card_visa", "tok_visa"])("is paid with %s", async (source) => {
    const payment = await pay({ gateway, method: "purchase", source });
    expect(payment).toMatchObject({ capturedMinor: 5000, instrument: { brand: "visa" } });
    expect(await order(payment.orderId)).toMatchObject({ payment: "paid", status: "complete" });
    expect(await at(payment.gatewayRef, options())).toMatchObject({
      amount_received: 5000,
      metadata: { order_id: payment.orderId, payment_id: payment.id },
    });
  });

  it("lesson 29: authorizes, captures in parts and lets go of the rest", async () => {
    const payment = await pay({ gateway });
    expect(payment).toMatchObject({ authorizedMinor: 5000, capturedMinor: 0 });
    expect(payment.captureBefore).not.toBeNull();
    await capturePayment({ paymentId: payment.id, amountMinor: 1200, actor });
    expect(await at(payment.gatewayRef, options())).toMatchObject({
      amount_received: 1200,
      amount_capturable: 3800,
    });
    await capturePayment({ paymentId: payment.id, amountMinor: 800, actor });
    await voidPayment({ paymentId: payment.id, actor });
    expect(await at(payment.gatewayRef, options())).toMatchObject({ amount_received: 2000 });
    expect(await order(payment.orderId)).toMatchObject({ payment: "partially_paid" });
  });

  it("lesson 44: refunds in parts, never more than was captured", async () => {
    const payment = await pay({ gateway, method: "purchase" });
    const paymentId = payment.id;
    await refundPayment({ paymentId, amountMinor: 4999, actor, reason: "requested_by_customer" });
    await expect(refundPayment({ paymentId, amountMinor: 2, actor })).rejects.toMatchObject({
      code: "amount_too_large",
      facts: { leftMinor: 1 },
    });
    await refundPayment({ paymentId, actor });
    await expect(refundPayment({ paymentId, actor })).rejects.toMatchObject({
      code: "nothing_to_refund",
    });
    expect(await order(payment.orderId)).toMatchObject({ payment: "refunded" });
  });
});

describe("stripe", () => {
  it("captures once where the card allows no more, and releases the rest", async () => {
    const settings = gatewaySettingsSchema.parse({});
    const once = { ...settings, stripe: { ...settings.stripe, severalCaptures: false } };
    await saveGatewaySettings(once);
    const payment = await pay();
    await saveGatewaySettings(settings);
    await capturePayment({ paymentId: payment.id, amountMinor: 4000, actor });
    const db = await database();
    const [after] = await db.payment.findMany({ where: { id: payment.id } });
    expect(after).toMatchObject({ capturedMinor: 4000n, voidedMinor: 1000n });
    await expect(capturePayment({ paymentId: payment.id, actor })).rejects.toMatchObject({
      code: "nothing_to_capture",
    });
  });

  it("lesson 7: says why a card was declined, and the order can be paid with another", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_visa_chargeDeclined" });
    expect(payment.transactions).toMatchObject([
      { status: "failed", failureCode: "generic_decline" },
    ]);
    expect(await order(payment.orderId)).toMatchObject({ payment: "unpaid", status: "incomplete" });
    const { orderId } = payment;
    const request = { orderId, gateway: "stripe", method: "purchase", actor } as const;
    await payOrder({ ...request, source: "pm_card_visa" });
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
  });

  it("waits for the shopper's bank, and is confirmed by looking again", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_threeDSecureRequired" });
    expect(payment.transactions).toMatchObject([{ status: "requires_action" }]);
    expect(payment.nextAction).toMatchObject({ kind: "authenticate" });
    expect(payment.nextAction?.clientSecret).toContain("_secret_");
    await lookAgain({ paymentId: payment.id });
    expect(await order(payment.orderId)).toMatchObject({ payment: "unpaid" });
  });

  it("refuses a source without its customer", async () => {
    await expect(pay({ source: "src_123" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("refuses a gateway that the merchant has switched off, and asks nobody", async () => {
    const settings = gatewaySettingsSchema.parse({});
    await saveGatewaySettings({
      ...settings,
      stripe_connect: { enabled: false, applicationFeeBasisPoints: 0 },
    });
    await expect(pay({ gateway: "stripe_connect" })).rejects.toMatchObject({
      code: "gateway_disabled",
    });
    await saveGatewaySettings(settings);
  });

  it("takes the platform's share on a connected account", async () => {
    const settings = gatewaySettingsSchema.parse({});
    await saveGatewaySettings({
      ...settings,
      stripe_connect: { enabled: true, applicationFeeBasisPoints: 250 },
    });
    const payment = await pay({ gateway: "stripe_connect", method: "purchase" });
    const intent = await at(payment.gatewayRef, { stripeAccount: sandbox.account });
    expect(intent.application_fee_amount).toBe(125);
    await refundPayment({ paymentId: payment.id, actor });
    await saveGatewaySettings(settings);
  });
});

describe("changes made at Stripe's dashboard", () => {
  it("lesson 39: a refund there is a refund here", async () => {
    const payment = await pay({ method: "purchase" });
    const intent = payment.gatewayRef ?? "";
    await stripe().refunds.create({ payment_intent: intent, amount: 700 });
    await stripe().refunds.create({ payment_intent: intent, amount: 300 });
    await lookAgain({ paymentId: payment.id });
    await lookAgain({ paymentId: payment.id });
    expect(await order(payment.orderId)).toMatchObject({ payment: "partially_refunded" });
    const db = await database();
    const refunds = await db.transaction.findMany({
      where: { paymentId: payment.id, kind: "refund" },
    });
    expect(refunds.map(({ amountMinor, actor: who }) => [amountMinor, who])).toEqual(
      expect.arrayContaining([
        [700n, "gateway"],
        [300n, "gateway"],
      ]),
    );
  });

  it("lesson 30: a capture there is a capture here", async () => {
    const payment = await pay();
    await stripe().paymentIntents.capture(payment.gatewayRef ?? "", { amount_to_capture: 3000 });
    await lookAgain({ paymentId: payment.id });
    const db = await database();
    expect(await db.payment.findUnique({ where: { id: payment.id } })).toMatchObject({
      capturedMinor: 3000n,
      voidedMinor: 2000n,
    });
  });

  it("a cancellation there releases the hold here", async () => {
    const payment = await pay();
    await stripe().paymentIntents.cancel(payment.gatewayRef ?? "");
    await lookAgain({ paymentId: payment.id });
    expect(await order(payment.orderId)).toMatchObject({ payment: "voided" });
  });

  it("our capture of what was captured there meanwhile fails, and both agree", async () => {
    const payment = await pay();
    await stripe().paymentIntents.capture(payment.gatewayRef ?? "");
    const capture = await capturePayment({ paymentId: payment.id, actor });
    expect(capture.status).toBe("failed");
    await lookAgain({ paymentId: payment.id });
    expect(await order(payment.orderId)).toMatchObject({ payment: "paid" });
  });
});

describe("disputes and refunds that fail", () => {
  it("lesson 59: a dispute is a case with the day by which to answer", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_createDispute" });
    await lookAgain({ paymentId: payment.id });
    const { cases } = await order(payment.orderId);
    expect(cases).toMatchObject([{ kind: "dispute", status: "open" }]);
    const [dispute] = (await disputesOf(payment.gatewayRef)).data;
    const dueBy = new Date((dispute?.evidence_details.due_by ?? 0) * 1000);
    expect(cases[0]?.facts).toMatchObject({ respondBy: dueBy.toISOString() });
  });

  it.each([
    { evidence: "losing_evidence", ends: { disputed: 5000, fees: 175 + 1500 }, status: "lost" },
    { evidence: "winning_evidence", ends: { disputed: 0, fees: 175 }, status: "won" },
  ])("what a dispute takes is booked once; $status", async ({ evidence, ends, status }) => {
    const payment = await pay({ method: "purchase", source: "pm_card_createDispute" });
    await lookAgain({ paymentId: payment.id });
    await lookAgain({ paymentId: payment.id });
    expect(await balancesOf(payment.id)).toEqual({ disputed: 5000, fees: 175 + 1500 });
    const [dispute] = (await disputesOf(payment.gatewayRef)).data;
    const answer = { evidence: { uncategorized_text: evidence }, submit: true };
    await stripe().disputes.update(dispute?.id ?? "", answer);
    const looked = async () => {
      await lookAgain({ paymentId: payment.id });
      return (await order(payment.orderId)).cases;
    };
    await expect
      .poll(looked, { timeout: 15_000 })
      .toMatchObject([{ kind: "dispute", status: "settled", resolution: status }]);
    expect(await balancesOf(payment.id)).toEqual(ends);
    expect(await order(payment.orderId)).toMatchObject({ payment: "paid" });
  });

  it("lesson 37: a refund that comes back is credited again, and a case", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_refundFail" });
    const refund = await refundPayment({ paymentId: payment.id, actor, amountMinor: 1000 });
    const looked = async () => {
      await lookAgain({ paymentId: payment.id });
      return (await refundOf(refund.id)).status;
    };
    await expect.poll(looked, { timeout: 15_000 }).toBe("failed");
    expect(await order(payment.orderId)).toMatchObject({ payment: "paid" });
  });
});

const disputesOf = (payment_intent: string | null) =>
  stripe().disputes.list({ payment_intent: payment_intent ?? "" });

async function balancesOf(paymentId: string) {
  const db = await database();
  const of = async (account: string) => {
    const where = { account, entry: { paymentId } };
    const { _sum } = await db.ledgerPosting.aggregate({ where, _sum: { amountMinor: true } });
    return Number(_sum.amountMinor ?? 0);
  };
  return { disputed: await of("disputed"), fees: await of("gateway_fees") };
}

const refundOf = async (id: string) =>
  (await database()).transaction.findUniqueOrThrow({ where: { id } });
