import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { liveMinor } from "@/lib/payments/core/sums";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { readOrder } from "@/lib/payments/store/orders";
import { useTestDatabase } from "@/lib/testing/database";
import { recoverAll } from "@/lib/testing/history";
import { createOrder, createVariant, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";

useTestDatabase();
useSandbox();

const actor = "merchant:test";
const FIFTY = Array.from({ length: 50 }, (_, index) => index);

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

/** What became of many requests at once: how many got through, and the codes of the refusals. */
async function outcomes(requests: Promise<unknown>[]) {
  const settled = await Promise.allSettled(requests);
  const refusals = settled.flatMap((result) =>
    result.status === "rejected" ? [result.reason] : [],
  );
  for (const refusal of refusals) if (!(refusal instanceof DomainError)) throw refusal;
  const codes = new Set(refusals.map((refusal: DomainError) => refusal.code));
  return { through: settled.length - refusals.length, codes: [...codes].toSorted() };
}

const pay = async (method: "purchase" | "authorize", orderId?: string) =>
  payOrder({
    orderId: orderId ?? (await createOrder()),
    gateway: "stripe",
    method,
    source: "pm_card_visa",
    actor,
  });

describe("fifty at once", () => {
  it("lesson 34: captures of the same hold take it once", async () => {
    const { id: paymentId } = await pay("authorize");
    const all = FIFTY.map(() => capturePayment({ paymentId, amountMinor: 5000, actor }));
    expect(await outcomes(all)).toEqual({ through: 1, codes: ["nothing_to_capture"] });
  });

  it("lesson 35: refunds never give back more than was taken", async () => {
    const { id: paymentId } = await pay("purchase");
    const all = FIFTY.map(() => refundPayment({ paymentId, amountMinor: 600, actor }));
    const { through, codes } = await outcomes(all);
    expect(through).toBe(8);
    expect(codes).toEqual(["amount_too_large"]);
  });

  it("lesson 20: the same request with one key has one effect", async () => {
    const orderId = await createOrder();
    const all = FIFTY.map(() =>
      payOrder({
        orderId,
        gateway: "stripe",
        method: "purchase",
        source: "pm_card_visa",
        actor,
        idempotencyKey: "once",
      }),
    );
    const { codes } = await outcomes(all);
    expect(codes.filter((code) => code !== "key_in_progress")).toEqual([]);
    const db = await database();
    expect(await db.payment.count({ where: { orderId } })).toBe(1);
  });

  it("lesson 24: payments of one order charge it once", async () => {
    const orderId = await createOrder();
    const all = FIFTY.map(() => pay("purchase", orderId));
    expect(await outcomes(all)).toEqual({ through: 1, codes: ["order_not_payable"] });
  });

  it("lesson 11: starts of one checkout make one session", async () => {
    const orderId = await createOrder();
    const start = () =>
      startCheckoutPayment({
        orderId,
        collectedBy: "elements",
        returnUrl: "http://localhost:3000/r",
        actor,
      });
    const started = await Promise.all(FIFTY.map(start));
    expect(new Set(started.map(({ sessionId }) => sessionId)).size).toBe(1);
  });

  it("lessons 1, 4 and 9: looks at a paid order place it once", async () => {
    const orderId = await createOrder();
    const checkout = await startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/r",
      actor,
    });
    await payByCard(checkout, cards.good);
    await Promise.all(FIFTY.map(() => lookAgain({ orderId })));
    const db = await database();
    const order = await db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { mails: true, transactions: true, events: { where: { kind: "order_placed" } } },
    });
    expect(order).toMatchObject({ status: "complete", payment: "paid" });
    expect([order.mails.length, order.transactions.length, order.events.length]).toEqual([1, 1, 1]);
  });

  it("a capture and a void of the same hold: one of them", async () => {
    const { id: paymentId } = await pay("authorize");
    const { through } = await outcomes(
      FIFTY.map((index) =>
        index % 2 === 0
          ? capturePayment({ paymentId, amountMinor: 5000, actor })
          : voidPayment({ paymentId, actor }),
      ),
    );
    expect(through).toBe(1);
  });
});

describe("at once", () => {
  /** Everything that is left to be done is done: recovery, and the webhook of each payment. */
  async function settled(orderId: string) {
    await recoverAll(orderId);
    for (const { id } of (await readOrder(orderId)).payments) await lookAgain({ paymentId: id });
    const order = await readOrder(orderId);
    return { ...order, keptMinor: liveMinor(order.payments) };
  }

  it("a page and a saved card, in two tabs: the order is charged once", async () => {
    for (let round = 0; round < 6; round += 1) {
      const orderId = await createOrder();
      const page = startCheckoutPayment({
        orderId,
        collectedBy: "elements",
        returnUrl: "http://localhost:3000/r",
        actor,
      });
      const byPage = page.then((open) => payByCard(open, cards.good));
      const bySavedCard = (round % 2 === 0 ? page : byPage).then(() => pay("purchase", orderId));
      await Promise.allSettled([byPage, bySavedCard, pay("purchase", orderId)]);
      expect(await settled(orderId)).toMatchObject({ status: "complete", keptMinor: 5000 });
    }
  });

  it("cash at the counter and a page at home: what is paid too much goes back", async () => {
    for (let round = 0; round < 4; round += 1) {
      const orderId = await createOrder();
      const part = { orderId, gateway: "manual", method: "purchase", amountMinor: 2000 } as const;
      const start = () =>
        startCheckoutPayment({
          orderId,
          collectedBy: "elements",
          returnUrl: "http://localhost:3000/r",
          actor,
        });
      const atHome = start().then((open) => payByCard(open, cards.good));
      await Promise.allSettled([atHome, payOrder({ ...part, actor }), start()]);
      const { status, keptMinor } = await settled(orderId);
      expect([status, keptMinor]).toEqual(
        keptMinor < 5000 ? ["incomplete", keptMinor] : ["complete", 5000],
      );
    }
  });

  it("the cancel of an order and its payment: both know how it ended", async () => {
    for (let round = 0; round < 6; round += 1) {
      const orderId = await createOrder();
      const asked = { orderId, actor, letGo: round % 2 === 0 };
      const both = [pay("purchase", orderId), cancelOrder(asked)] as const;
      const [, cancelled] = await Promise.allSettled(both);
      const { status, keptMinor, placedAt } = await settled(orderId);
      const isPaid = status === "complete";
      expect(isPaid).toBe(cancelled.status === "rejected");
      // A merchant who cancels what was paid a moment before decides about its money.
      const staysPaid = isPaid || (!asked.letGo && placedAt !== null);
      expect(keptMinor).toBe(staysPaid ? 5000 : 0);
    }
  });
});

describe("the last unit", () => {
  it.each([1, 2, 3])("lesson 46: is sold once to fifty buyers (round %i)", async () => {
    const variantId = await createVariant(1);
    const orders = await Promise.all(FIFTY.map(() => createOrder({ variantId })));
    const all = orders.map((orderId) =>
      payOrder({ orderId, gateway: "manual", method: "purchase", actor }),
    );
    expect(await outcomes(all)).toEqual({ through: 1, codes: ["out_of_stock"] });
    const db = await database();
    const stock = await db.stockItem.findUnique({ where: { variantId } });
    expect(stock).toMatchObject({ onHand: 0, reserved: 0 });
  });
});
