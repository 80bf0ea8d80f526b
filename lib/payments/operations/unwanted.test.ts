import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { releaseReservations } from "@/lib/inventory/reservations";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder } from "./pay-order";
import { recoverTransactions } from "./recover";
import { releaseExpired } from "./release-expired";
import { startCheckoutPayment } from "./start-checkout-payment";

useTestDatabase();
useSandbox();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const actor = "shopper";
const open = (orderId: string) =>
  startCheckoutPayment({
    orderId,
    collectedBy: "elements",
    returnUrl: "http://localhost:3000/r",
    actor,
  });

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({
    where: { id },
    include: { cases: true, payments: { orderBy: { createdAt: "asc" } } },
  });

/** Declined, and its intent still open at the gateway: a page somewhere could pay it later. */
async function declined(orderId: string, method: "purchase" | "authorize" = "purchase") {
  const source = "pm_card_visa_chargeDeclined";
  return payOrder({ orderId, gateway: "stripe", method, source, actor });
}

const payLater = (intent: string | null) =>
  stripe().paymentIntents.confirm(intent ?? "", { payment_method: "pm_card_visa" });

describe("money that nobody wants any more goes back by itself", () => {
  it.each(["purchase", "authorize"] as const)(
    "lesson 22: when an order is paid twice (%s)",
    async (method) => {
      const orderId = await createOrder();
      const first = await declined(orderId, method);
      await payOrder({ orderId, gateway: "stripe", method, source: "pm_card_visa", actor });
      await payLater(first.gatewayRef);
      await lookAgain({ paymentId: first.id });
      const { payments, cases, payment } = await order(orderId);
      expect(payment).toBe(method === "purchase" ? "paid" : "authorized");
      expect(payments[0]).toMatchObject(
        method === "purchase"
          ? { capturedMinor: 5000n, refundedMinor: 5000n }
          : { voidedMinor: 5000n },
      );
      expect(payments[1]).toMatchObject({
        authorizedMinor: 5000n,
        refundedMinor: 0n,
        voidedMinor: 0n,
      });
      expect(cases).toMatchObject([{ kind: "paid_twice", status: "settled" }]);
    },
  );

  it("when a part of a second hold is not needed: a capture lets go of it", async () => {
    const orderId = await createOrder();
    const hold = { orderId, gateway: "stripe", method: "authorize", actor } as const;
    const source = "pm_card_visa_chargeDeclined";
    const first = await payOrder({ ...hold, source, amountMinor: 3000 });
    const second = await payOrder({ ...hold, source: "pm_card_visa", amountMinor: 4000 });
    await payLater(first.gatewayRef);
    await lookAgain({ paymentId: first.id });
    // It is placed at once: the goods do not wait for anybody to look again.
    const cases = [{ kind: "paid_twice", status: "open" }];
    expect(await order(orderId)).toMatchObject({ status: "processing", cases });
    await expectSound();

    await capturePayment({ paymentId: first.id, actor });
    const tooMuch = capturePayment({ paymentId: second.id, actor, amountMinor: 4000 });
    await expect(tooMuch).rejects.toMatchObject({ code: "amount_too_large" });
    await capturePayment({ paymentId: second.id, actor });
    const after = await order(orderId);
    expect(after.payment).toBe("paid");
    expect(after.payments).toMatchObject([
      { capturedMinor: 3000n, voidedMinor: 0n },
      { capturedMinor: 2000n, voidedMinor: 2000n },
    ]);
    expect(after.cases).toMatchObject([{ kind: "paid_twice", status: "settled" }]);
  });

  it("lesson 17: when a cancelled order is paid late", async () => {
    const orderId = await createOrder();
    const late = await declined(orderId);
    const db = await database();
    await inTransaction((tx) => releaseReservations(tx, orderId));
    const cancelled = { status: "cancelled", cancelledAt: new Date() } as const;
    await db.order.update({ where: { id: orderId }, data: cancelled });
    await payLater(late.gatewayRef);
    await lookAgain({ orderId });
    await lookAgain({ paymentId: late.id });
    expect(await order(orderId)).toMatchObject({
      status: "cancelled",
      payment: "refunded",
      number: null,
      cases: [{ kind: "paid_after_cancel", status: "settled" }],
    });
  });

  it("lesson 14: when the goods are sold out by the time it is paid", async () => {
    const variantId = await createVariant(1);
    const late = await createOrder({ variantId });
    const checkout = await open(late);
    await inTransaction((tx) => releaseReservations(tx, late));
    const quick = await createOrder({ variantId });
    await payOrder({ orderId: quick, gateway: "manual", method: "purchase", actor });

    await payByCard(checkout, cards.good);
    await lookAgain({ orderId: late });
    expect(await order(late)).toMatchObject({
      status: "cancelled",
      payment: "refunded",
      cases: [{ kind: "paid_without_stock", status: "settled" }],
    });
    expect(await order(quick)).toMatchObject({ status: "complete" });
  });

  it("and goes back by recovery, when the process ended before it could", async () => {
    const orderId = await createOrder();
    const late = await declined(orderId);
    const db = await database();
    await payOrder({ orderId, gateway: "manual", method: "purchase", actor });
    await payLater(late.gatewayRef);
    const { record } = await import("@/lib/payments/store/record");
    const { gatewayFor } = await import("@/lib/payments/gateways/registry");
    const { readPayment } = await import("@/lib/payments/store/orders");
    const payment = await readPayment(late.id);
    const seen = await gatewayFor("stripe").look(payment);
    if (seen.kind !== "seen") throw new Error("The sandbox did not answer.");
    const { followUps } = await record({ paymentId: late.id, snapshot: seen.snapshot, actor });
    expect(followUps).toHaveLength(1);
    await db.transaction.updateMany({
      where: { status: "pending" },
      data: { nextLookAt: new Date(0) },
    });
    await recoverTransactions();
    expect((await order(orderId)).payments[0]).toMatchObject({ refundedMinor: 5000n });
  });
});

describe("a hold on stock that ends", () => {
  const expire = async (orderId: string) =>
    (await database()).stockReservation.updateMany({
      where: { orderId },
      data: { expiresAt: new Date(0) },
    });

  it("gives the goods back and closes the page", async () => {
    const variantId = await createVariant(1);
    const orderId = await createOrder({ variantId });
    const checkout = await open(orderId);
    await expire(orderId);
    await releaseExpired();
    const session = await stripe().checkout.sessions.retrieve(checkout.sessionId);
    expect(session.status).toBe("expired");
    const db = await database();
    expect(await db.stockItem.findUnique({ where: { variantId } })).toMatchObject({ reserved: 0 });
  });

  it("lesson 16: keeps the goods of one that was paid, though no event came", async () => {
    const orderId = await createOrder();
    await payByCard(await open(orderId), cards.good);
    await expire(orderId);
    await releaseExpired();
    expect(await order(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("is renewed when the shopper comes back to pay", async () => {
    const variantId = await createVariant(1);
    const orderId = await createOrder({ variantId });
    await open(orderId);
    await expire(orderId);
    await releaseExpired();
    await payByCard(await open(orderId), cards.good);
    await lookAgain({ orderId });
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
  });
});
