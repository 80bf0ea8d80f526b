import { afterEach, describe, expect, it } from "vitest";
import { applyGiftCards } from "@/lib/checkout/operations/apply-gift-cards";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import { planRefund, planVoid } from "@/lib/payments/core/plan";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { lockOrder, readOrder } from "@/lib/payments/store/orders";
import { addTransaction } from "@/lib/payments/store/transactions";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { carryOut } from "./carry-out";
import { capturePayment } from "./capture-payment";
import { closeOrderPayments } from "./close-order-payments";
import { lookAgain } from "./look-again";
import { payOrder, type PayOrder } from "./pay-order";
import { refundPayment } from "./refund-payment";
import { releaseExpired } from "./release-expired";
import { startCheckoutPayment } from "./start-checkout-payment";
import { voidPayment } from "./void-payment";

/** Two things that are right alone, in the order in which they do harm. */
useTestDatabase();
useSandbox();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const actor = "merchant:test";

const cash = (orderId: string, amountMinor?: number) =>
  payOrder({ orderId, gateway: "manual", method: "purchase", amountMinor, actor });

const byCard = (orderId: string, rest: Partial<PayOrder>) =>
  payOrder({
    orderId,
    gateway: "stripe",
    method: "purchase",
    source: "pm_card_visa",
    actor,
    ...rest,
  });

const caseKinds = async (orderId: string) => {
  const cases = await (await database()).paymentCase.findMany({ where: { orderId } });
  return cases.map(({ kind, status }) => `${kind} ${status}`).toSorted();
};

/** An order of 4000 of which a gift card holds 2500. */
async function heldByGiftCard(counted = true) {
  const gift = await issueGiftCard({ amountMinor: 2500, currency: "USD", actor });
  const orderId = await createOrder({ totalMinor: 4000 });
  const db = await database();
  if (!counted) {
    const where = { orderLines: { some: { orderId } } };
    await db.variant.updateMany({ where, data: { managesStock: false } });
  }
  await db.orderGiftCard.create({ data: { orderId, giftCardId: gift.id, position: 0 } });
  await applyGiftCards({ id: orderId });
  const balance = async () =>
    Number((await db.giftCard.findUniqueOrThrow({ where: { id: gift.id } })).balanceMinor);
  expect(await balance()).toBe(0);
  return { orderId, balance };
}

describe("what is going back pays for nothing", () => {
  it("a gift card that is being let go of while the rest arrives does not place the order", async () => {
    const { orderId, balance } = await heldByGiftCard();
    const letGo = await inTransaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const [gift] = order.payments;
      if (!gift) throw new Error("Nothing is held.");
      return addTransaction(tx, order, planVoid(gift, { paymentId: gift.id, actor }));
    });
    await cash(orderId, 1500);
    expect(await readOrder(orderId)).toMatchObject({ status: "incomplete", placedAt: null });
    await carryOut({ paymentId: letGo.paymentId, transactionId: letGo.id });
    expect(await balance()).toBe(2500);
    expect(await readOrder(orderId)).toMatchObject({ status: "incomplete", placedAt: null });
    await cash(orderId);
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("nor does a part that is being refunded; when the refund is refused, the part counts again", async () => {
    const orderId = await createOrder();
    const first = await byCard(orderId, { amountMinor: 2000 });
    const refund = await inTransaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      const [part] = order.payments;
      if (!part) throw new Error("Nothing is paid.");
      return addTransaction(tx, order, planRefund(part, { paymentId: part.id, actor }));
    });
    await cash(orderId, 3000);
    expect(await readOrder(orderId)).toMatchObject({ status: "incomplete" });
    // Somebody at the dashboard was faster, so that ours is refused.
    await stripe().refunds.create({ payment_intent: first.gatewayRef ?? "", amount: 1 });
    await carryOut({ paymentId: first.id, transactionId: refund.id });
    const order = await readOrder(orderId);
    expect(order).toMatchObject({ status: "complete", payment: "partially_refunded" });
    expect(order.payments[0]).toMatchObject({ refundedMinor: 1 });
  });

  it("closing and paying at once: what is placed is covered", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { orderId } = await heldByGiftCard();
      await Promise.allSettled([cash(orderId, 1500), closeOrderPayments({ orderId, actor })]);
      const { placedAt, payments } = await readOrder(orderId);
      const live = payments.reduce((sum, one) => sum + one.authorizedMinor - one.voidedMinor, 0);
      expect(placedAt === null).toBe(live < 4000);
    }
  });
});

describe("an order whose money went back before it was placed", () => {
  it("can be paid in full again", async () => {
    const orderId = await createOrder();
    const part = await cash(orderId, 2000);
    await refundPayment({ paymentId: part.id, actor });
    expect(await byCard(orderId, {})).toMatchObject({ amountMinor: 5000 });
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("costs no more when the bank sends that refund back later", async () => {
    const orderId = await createOrder();
    const part = await byCard(orderId, { amountMinor: 2000, source: "pm_card_refundFail" });
    await refundPayment({ paymentId: part.id, actor });
    const page = await startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/r",
      actor,
    });
    const bounced = async () => {
      await lookAgain({ paymentId: part.id });
      return (await readOrder(orderId)).payment;
    };
    await expect.poll(bounced, { timeout: 15_000 }).toBe("partially_paid");
    await payByCard(page, cards.good);
    await lookAgain({ paymentId: page.paymentId });
    const order = await readOrder(orderId);
    expect(order).toMatchObject({ status: "complete" });
    const kept = order.payments.reduce((sum, one) => sum + one.capturedMinor, 0);
    const back = order.payments.reduce((sum, one) => sum + one.refundedMinor, 0);
    expect(kept - back).toBe(5000);
    expect(await caseKinds(orderId)).toEqual(["paid_twice settled", "refund_failed settled"]);
  });
});

describe("a placed order that has lost a part of its money", () => {
  it("can be paid the rest when a hold was let go of, and only that", async () => {
    const { orderId } = await heldByGiftCard();
    const hold = await byCard(orderId, { method: "authorize" });
    expect(await readOrder(orderId)).toMatchObject({ status: "processing" });
    await voidPayment({ paymentId: hold.id, actor });
    expect(await readOrder(orderId)).toMatchObject({ payment: "partially_paid" });
    await expect(cash(orderId, 1501)).rejects.toMatchObject({ code: "amount_too_large" });
    await cash(orderId);
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("cannot be paid what a merchant did not capture", async () => {
    const orderId = await createOrder();
    const hold = await byCard(orderId, { method: "authorize" });
    await capturePayment({ paymentId: hold.id, amountMinor: 3000, actor });
    await expect(cash(orderId)).rejects.toMatchObject({ code: "order_not_payable" });
  });
});

describe("what is held for an order that nobody goes on with", () => {
  it.each([true, false])("a gift card gets it back (goods are counted: %s)", async (counted) => {
    const { orderId, balance } = await heldByGiftCard(counted);
    await releaseExpired();
    expect(await balance()).toBe(0);
    const db = await database();
    const long = new Date(Date.now() - 3 * 3_600_000);
    await db.stockReservation.updateMany({ where: { orderId }, data: { expiresAt: long } });
    await db.payment.updateMany({ where: { orderId }, data: { createdAt: long } });
    await releaseExpired();
    expect(await balance()).toBe(2500);
    expect(await readOrder(orderId)).toMatchObject({ status: "incomplete", payment: "voided" });
  });
});
