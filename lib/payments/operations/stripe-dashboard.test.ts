import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder } from "./pay-order";
import { refundPayment } from "./refund-payment";

/** What happens at Stripe without us: at its dashboard, and at shoppers' banks. */
useTestDatabase();
useSandbox();

const actor = "merchant:test";

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

async function pay({
  method = "authorize",
  source = "pm_card_visa",
}: { method?: "authorize" | "purchase"; source?: string } = {}) {
  return payOrder({ orderId: await createOrder(), gateway: "stripe", method, source, actor });
}

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { cases: true } });

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

describe("a payment that came to life late, after it was given up", () => {
  it("is asked about as any other", async () => {
    const late = await pay({ method: "purchase", source: "pm_card_visa_chargeDeclined" });
    const intent = late.gatewayRef ?? "";
    await stripe().paymentIntents.confirm(intent, { payment_method: "pm_card_visa" });
    await lookAgain({ paymentId: late.id });
    await stripe().refunds.create({ payment_intent: intent, amount: 700 });
    await lookAgain({ orderId: late.orderId });
    expect(await order(late.orderId)).toMatchObject({ payment: "partially_refunded" });
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
