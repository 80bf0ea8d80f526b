import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { answerChallenge, cards, payByCard, ibans, payByDebit } from "@/lib/testing/shopper";
import { closeOrderPayments } from "./close-order-payments";
import { lookAgain } from "./look-again";
import { startCheckoutPayment } from "./start-checkout-payment";

useTestDatabase();
useSandbox();

const start = (orderId: string, collectedBy: "elements" | "embedded" | "hosted" = "elements") =>
  startCheckoutPayment({
    orderId,
    collectedBy,
    returnUrl: "http://localhost:3000/checkout/return?session={CHECKOUT_SESSION_ID}",
    actor: "shopper",
  });

async function orderRow(id: string) {
  return (await database()).order.findUniqueOrThrow({
    where: { id },
    include: { payments: true, cases: true },
  });
}

describe("a checkout payment", () => {
  it.each(["elements", "embedded", "hosted"] as const)(
    "is paid through %s",
    async (collectedBy) => {
      const orderId = await createOrder({ totalMinor: 4999, quantity: 3 });
      const checkout = await start(orderId, collectedBy);
      expect(collectedBy === "hosted" ? checkout.url : checkout.clientSecret).toBeTruthy();
      expect(await payByCard(checkout, cards.good)).toMatchObject({ status: 200 });
      expect(await orderRow(orderId)).toMatchObject({ payment: "unpaid" });

      await lookAgain({ orderId });
      expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "paid" });
      const session = await stripe().checkout.sessions.retrieve(checkout.sessionId);
      expect(session).toMatchObject({ amount_total: 4999, metadata: { order_id: orderId } });
      await expectSound();
    },
  );

  it("lesson 27: is given back while it is open, also to two tabs at once", async () => {
    const orderId = await createOrder();
    const tabs = await Promise.all([start(orderId), start(orderId), start(orderId)]);
    expect(new Set(tabs.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect((await start(orderId)).sessionId).toBe(tabs[0].sessionId);
    await expectSound();
  });

  it("is replaced when it is to be collected in another way", async () => {
    const orderId = await createOrder();
    const before = await start(orderId, "elements");
    const after = await start(orderId, "hosted");
    expect(after.sessionId).not.toBe(before.sessionId);
    const closed = await stripe().checkout.sessions.retrieve(before.sessionId);
    expect(closed.status).toBe("expired");
    await expectSound();
  });

  it("is replaced at once when its page ended at the gateway, before any event says so", async () => {
    const orderId = await createOrder();
    const before = await start(orderId);
    await stripe().checkout.sessions.expire(before.sessionId);
    const after = await start(orderId);
    expect(after.sessionId).not.toBe(before.sessionId);
    await payByCard(after, cards.good);
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ payment: "paid" });
    await expectSound();
  });

  it("lessons 6 and 7: can be paid with a second card after a decline", async () => {
    const orderId = await createOrder();
    const checkout = await start(orderId);
    expect(await payByCard(checkout, cards.declined)).toMatchObject({ status: 402 });
    await lookAgain({ orderId });
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ status: "incomplete", payment: "unpaid" });
    const db = await database();
    const failed = await db.orderEvent.findMany({ where: { orderId, kind: "payment_failed" } });
    expect(failed).toMatchObject([{ message: expect.stringContaining("declined") }]);
    await payByCard(checkout, cards.good);
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "paid" });
    await expectSound();
  });

  it.each([
    { outcome: "complete", payment: "paid" },
    { outcome: "fail", payment: "unpaid" },
  ] as const)("asks the bank: $outcome → $payment", async ({ outcome, payment }) => {
    const orderId = await createOrder();
    const checkout = await start(orderId);
    const { nextAction } = await payByCard(checkout, cards.needsAuthentication);
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ payment: "unpaid" });
    await answerChallenge(nextAction, outcome);
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ payment });
    await expectSound();
  });

  it("lesson 6: a debit that the bank refuses later is told by mail, and can be paid anew", async () => {
    const orderId = await createOrder({ currency: "EUR" });
    await payByDebit(await start(orderId), ibans.refused);
    await lookAgain({ orderId });
    expect(await orderRow(orderId)).toMatchObject({ status: "incomplete", payment: "unpaid" });
    const mails = async () => {
      await lookAgain({ orderId });
      return (await database()).mail.findMany({ where: { orderId } });
    };
    await expect.poll(mails, { timeout: 15_000 }).toMatchObject([{ kind: "payment_failed" }]);
    const { accessToken } = await orderRow(orderId);
    expect((await mails())[0]?.text).toMatch(new RegExp(`/orders/${accessToken}\\.[\\w.-]+/pay`));
    await payByDebit(await start(orderId), ibans.good);
    await expect
      .poll(async () => (await mails()).map(({ kind }) => kind), { timeout: 15_000 })
      .toEqual(["payment_failed", "order_confirmation"]);
    expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "paid" });
    await expectSound();
  });

  it("cannot be closed once it is paid: the money is recorded instead", async () => {
    const orderId = await createOrder();
    await payByCard(await start(orderId), cards.good);
    await expect(closeOrderPayments({ orderId, actor: "shopper" })).rejects.toMatchObject({
      code: "wrong_state",
    });
    expect(await orderRow(orderId)).toMatchObject({ payment: "paid" });
    await expectSound();
  });

  it("holds the stock while it is open, and refuses what nobody has", async () => {
    const variantId = await createVariant(1);
    const first = await createOrder({ variantId });
    await start(first);
    await expect(start(await createOrder({ variantId }))).rejects.toMatchObject({
      code: "out_of_stock",
      facts: { available: 0 },
    });
    await expectSound();
  });

  it("records the gateway's fee", async () => {
    const orderId = await createOrder({ totalMinor: 10_000 });
    await payByCard(await start(orderId), cards.good);
    await lookAgain({ orderId });
    await lookAgain({ orderId });
    const fees = await (
      await database()
    ).ledgerPosting.findMany({ where: { account: "gateway_fees", entry: { orderId } } });
    expect(fees.map(({ amountMinor }) => amountMinor)).toEqual([320n]);
    await expectSound();
  });

  it.each([
    { currency: "JPY", totalMinor: 500 },
    { currency: "KWD", totalMinor: 12_340 },
    { currency: "EUR", totalMinor: 1 * 100 },
  ])("asks for the same amount in $currency", async ({ currency, totalMinor }) => {
    const orderId = await createOrder({ currency, totalMinor });
    const checkout = await start(orderId);
    await payByCard(checkout, cards.good);
    await lookAgain({ orderId });
    const session = await stripe().checkout.sessions.retrieve(checkout.sessionId, {
      expand: ["payment_intent"],
    });
    expect(session.payment_intent).toMatchObject({ amount_received: totalMinor });
    expect(await orderRow(orderId)).toMatchObject({ payment: "paid" });
    await expectSound();
  });
});
