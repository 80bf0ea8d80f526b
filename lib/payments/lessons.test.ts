import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction, isDuplicate } from "@/lib/db/transaction";
import { newToken } from "@/lib/ids";
import { releaseReservations } from "@/lib/inventory/reservations";
import { isOpen } from "@/lib/payments/core/transaction-machine";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { sessionLines } from "@/lib/payments/gateways/stripe/session-lines";
import { saveGatewaySettings, gatewaySettingsSchema } from "@/lib/payments/store/gateway-settings";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { answerChallenge, cards, payByCard } from "@/lib/testing/shopper";
import { capturePayment } from "./operations/capture-payment";
import { lookAgain } from "./operations/look-again";
import { payOrder } from "./operations/pay-order";
import { refundPayment } from "./operations/refund-payment";
import { startCheckoutPayment } from "./operations/start-checkout-payment";

/** Failures of other shops that no other test is about. Those that one is about are named in it. */
useTestDatabase();
useSandbox();

const actor = "merchant:test";

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const start = (orderId: string, collectedBy: "elements" | "hosted" = "elements") =>
  startCheckoutPayment({ orderId, collectedBy, returnUrl: "http://localhost:3000/r", actor });

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({
    where: { id },
    include: { cases: true, payments: { orderBy: { createdAt: "asc" } } },
  });

describe("one order is made and paid once", () => {
  it("lesson 5: work that lost against a concurrent transaction is done again here", async () => {
    let tries = 0;
    const lost = Object.assign(new Error("could not serialize access"), { code: "P2034" });
    const done = await inTransaction(async (tx) => {
      tries += 1;
      if (tries < 3) throw lost;
      return tx.order.count();
    });
    expect({ done, tries }).toMatchObject({ tries: 3 });
  });

  it("lesson 10: no payment is left open beside the one that pays", async () => {
    const orderId = await createOrder();
    await payByCard(await start(orderId), cards.good);
    await Promise.allSettled([
      lookAgain({ orderId }),
      start(orderId, "hosted"),
      start(orderId),
      payOrder({ orderId, gateway: "stripe", method: "purchase", source: "pm_card_visa", actor }),
      lookAgain({ orderId }),
    ]);
    await lookAgain({ orderId });
    const { payments, payment } = await order(orderId);
    expect(payment).toBe("paid");
    const db = await database();
    const all = await db.transaction.findMany({ where: { orderId }, select: { status: true } });
    expect(all.filter(isOpen)).toEqual([]);
    const kept = payments.filter((one) => one.capturedMinor > one.refundedMinor);
    expect(kept).toHaveLength(1);
  });

  it("lesson 23: a second order of the same cart is refused by the database", async () => {
    const db = await database();
    const expiresAt = new Date(Date.now() + 60_000);
    const cart = await db.cart.create({ data: { ref: newToken(), currency: "USD", expiresAt } });
    const data = { cartId: cart.id, cartVersion: 1 };
    await db.order.update({ where: { id: await createOrder() }, data });
    const second = await createOrder();
    const twice = db.order.update({ where: { id: second }, data }).catch(isDuplicate);
    expect(await twice).toBe(true);
  });

  it("lesson 26: another total is another question to the gateway, and the old page is closed", async () => {
    const orderId = await createOrder();
    const before = await start(orderId);
    const db = await database();
    await db.order.update({ where: { id: orderId }, data: { totalMinor: 4200n } });
    const after = await start(orderId);
    const { sessions } = stripe().checkout;
    expect(await sessions.retrieve(before.sessionId)).toMatchObject({ status: "expired" });
    expect(await sessions.retrieve(after.sessionId)).toMatchObject({
      status: "open",
      amount_total: 4200,
    });
  });
});

describe("what the gateway moves is what was asked for", () => {
  it.each([
    { currency: "USD", totalMinor: 4999, captured: 1999, refunded: 999 },
    { currency: "JPY", totalMinor: 4999, captured: 1999, refunded: 999 },
    { currency: "KRW", totalMinor: 50_001, captured: 20_001, refunded: 1 },
    { currency: "KWD", totalMinor: 12_340, captured: 2340, refunded: 10 },
    { currency: "ISK", totalMinor: 5000, captured: 3000, refunded: 100 },
  ])(
    "lesson 45: in $currency, held, captured and refunded",
    async ({ currency, totalMinor, captured, refunded }) => {
      const orderId = await createOrder({ currency, totalMinor });
      const settings = gatewaySettingsSchema.parse({});
      const once = { ...settings.stripe, severalCaptures: false };
      await saveGatewaySettings({ ...settings, stripe: once });
      const source = "pm_card_visa";
      const request = { orderId, gateway: "stripe", method: "authorize", source, actor } as const;
      const { id: paymentId, gatewayRef } = await payOrder(request);
      const intent = () => stripe().paymentIntents.retrieve(gatewayRef ?? "");
      expect(await intent()).toMatchObject({
        currency: currency.toLowerCase(),
        amount_capturable: totalMinor,
      });
      await capturePayment({ paymentId, amountMinor: captured, actor });
      expect(await intent()).toMatchObject({ amount_received: captured });
      await refundPayment({ paymentId, amountMinor: refunded, actor });
      const refunds = await stripe().refunds.list({ payment_intent: gatewayRef ?? "" });
      expect(refunds.data).toMatchObject([{ amount: refunded }]);
      await saveGatewaySettings(settings);
    },
  );

  it("lesson 28: a total that was lowered is captured as it is now, and the rest released", async () => {
    const orderId = await createOrder();
    const source = "pm_card_visa";
    const request = { orderId, gateway: "stripe", method: "authorize", source, actor } as const;
    const { id: paymentId, gatewayRef } = await payOrder(request);
    const db = await database();
    await db.order.update({ where: { id: orderId }, data: { totalMinor: 3500n } });
    await db.paymentCase.create({
      data: {
        kind: "paid_twice",
        dedupeKey: `paid_twice:${paymentId}`,
        orderId,
        paymentId,
        message: "More is held than the order costs now.",
      },
    });
    await capturePayment({ paymentId, actor });
    expect(await stripe().paymentIntents.retrieve(gatewayRef ?? "")).toMatchObject({
      status: "succeeded",
      amount_received: 3500,
    });
    const { payments, cases } = await order(orderId);
    expect(payments).toMatchObject([{ capturedMinor: 3500n, voidedMinor: 1500n }]);
    expect(cases).toMatchObject([{ status: "settled" }]);
  });

  it("lesson 41: a total that does not divide can be refunded in parts, to the last unit", async () => {
    const orderId = await createOrder({ totalMinor: 100, quantity: 3 });
    const request = { orderId, gateway: "stripe", method: "purchase", actor } as const;
    const { id: paymentId } = await payOrder({ ...request, source: "pm_card_visa" });
    for (const amountMinor of [34, 33, 33]) await refundPayment({ paymentId, amountMinor, actor });
    const more = refundPayment({ paymentId, amountMinor: 1, actor });
    await expect(more).rejects.toMatchObject({ code: "nothing_to_refund" });
  });

  it.each([
    { promise: "units that do not divide", lines: [100, 50], shipping: 0, total: 150 },
    { promise: "shipping and taxes", lines: [999], shipping: 499, total: 1598 },
    { promise: "a discount on all of it", lines: [999, 1], shipping: 0, total: 777 },
  ])("lesson 50: a page asks for the whole total: $promise", ({ lines, shipping, total }) => {
    const page = sessionLines(
      {
        id: "o",
        email: "shopper@example.com",
        locale: "en-US",
        totalMinor: total,
        shippingMinor: shipping,
        shippingName: "Standard",
        lines: lines.map((totalMinor) => ({
          variantId: null,
          title: "Lamp",
          variantTitle: "",
          imageUrl: null,
          quantity: 3,
          totalMinor,
        })),
      },
      total,
    );
    const sum = page.reduce((all, { quantity, unitMinor }) => all + quantity * unitMinor, 0);
    expect(sum).toBe(total);
  });
});

describe("a hold whose goods are gone", () => {
  it("lesson 48: is let go of, when they were sold while the shopper was at the bank", async () => {
    const settings = gatewaySettingsSchema.parse({});
    const held = { ...settings.stripe, checkoutMethod: "authorize" } as const;
    await saveGatewaySettings({ ...settings, stripe: held });
    const variantId = await createVariant(1);
    const late = await createOrder({ variantId });
    const { nextAction } = await payByCard(await start(late), cards.needsAuthentication);
    await saveGatewaySettings(settings);
    await inTransaction((tx) => releaseReservations(tx, late));
    const quick = await createOrder({ variantId });
    await payOrder({ orderId: quick, gateway: "manual", method: "purchase", actor });

    await answerChallenge(nextAction, "complete");
    await lookAgain({ orderId: late });
    const { payments, ...after } = await order(late);
    expect(after).toMatchObject({ status: "cancelled", payment: "voided" });
    expect(payments).toMatchObject([{ authorizedMinor: 5000n, voidedMinor: 5000n }]);
    expect(after.cases).toMatchObject([{ kind: "paid_without_stock", status: "settled" }]);
    const intent = await stripe().paymentIntents.retrieve(payments[0]?.gatewayRef ?? "");
    expect(intent).toMatchObject({ status: "canceled", amount_received: 0 });
  });
});
