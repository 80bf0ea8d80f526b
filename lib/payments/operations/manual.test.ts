import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectSound } from "@/lib/testing/payments";
import { capturePayment } from "./capture-payment";
import { completeFreeOrder } from "./complete-free-order";
import { payOrder } from "./pay-order";
import { refundPayment } from "./refund-payment";
import { voidPayment } from "./void-payment";

useTestDatabase();

const actor = "merchant:test";
const manual = { gateway: "manual", actor } as const;

async function orderRow(id: string) {
  return (await database()).order.findUniqueOrThrow({ where: { id } });
}

describe("an offline payment", () => {
  it("is authorized, captured and refunded in parts", async () => {
    const orderId = await createOrder({ totalMinor: 5000 });
    const payment = await payOrder({ ...manual, orderId, method: "authorize" });
    expect(payment).toMatchObject({ authorizedMinor: 5000, capturedMinor: 0 });
    expect(await orderRow(orderId)).toMatchObject({ status: "processing", payment: "authorized" });

    await capturePayment({ paymentId: payment.id, amountMinor: 2000, actor });
    await capturePayment({ paymentId: payment.id, actor });
    expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "paid" });

    await refundPayment({ paymentId: payment.id, amountMinor: 1, actor });
    expect(await orderRow(orderId)).toMatchObject({ payment: "partially_refunded" });
    await refundPayment({ paymentId: payment.id, actor, mechanism: "manual" });
    expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "refunded" });
    await expectSound();
  });

  it("is paid as far as it will be when the rest is let go of: then it can be sent", async () => {
    const orderId = await createOrder({ totalMinor: 5000 });
    const payment = await payOrder({ ...manual, orderId, method: "authorize" });
    await capturePayment({ paymentId: payment.id, amountMinor: 2000, actor });
    const send = () => fulfilOrder({ orderId, actor });
    await expect(send()).rejects.toMatchObject({ code: "wrong_state" });
    await voidPayment({ paymentId: payment.id, actor });
    await send();
    expect(await orderRow(orderId)).toMatchObject({
      payment: "partially_paid",
      fulfilment: "fulfilled",
    });
    await expectSound();
  });

  it("gives an order its number, its stock and one confirmation", async () => {
    const variantId = await createVariant(3);
    const first = await createOrder({ variantId, quantity: 2 });
    const payment = await payOrder({ ...manual, orderId: first, method: "purchase" });
    const order = await orderRow(first);
    expect(order.number).not.toBeNull();
    const db = await database();
    expect(await db.stockItem.findUnique({ where: { variantId } })).toMatchObject({
      onHand: 1,
      reserved: 0,
    });
    await refundPayment({ paymentId: payment.id, actor });
    const mails = await db.mail.findMany({ where: { orderId: first }, orderBy: { id: "asc" } });
    expect(mails.map(({ kind }) => kind)).toEqual(["order_confirmation", "order_refunded"]);
    await expectSound();
  });

  it("is split into several, and never beyond the total", async () => {
    const orderId = await createOrder({ totalMinor: 5000 });
    await payOrder({ ...manual, orderId, method: "purchase", amountMinor: 2000 });
    expect(await orderRow(orderId)).toMatchObject({
      status: "incomplete",
      payment: "partially_paid",
    });
    await expect(
      payOrder({ ...manual, orderId, method: "purchase", amountMinor: 3001 }),
    ).rejects.toMatchObject({ code: "amount_too_large", facts: { leftMinor: 3000 } });
    await payOrder({ ...manual, orderId, method: "purchase" });
    expect(await orderRow(orderId)).toMatchObject({ status: "complete", payment: "paid" });
    await expect(payOrder({ ...manual, orderId, method: "purchase" })).rejects.toMatchObject({
      code: "order_not_payable",
    });
    await expectSound();
  });

  it("is voided, and the order keeps its history", async () => {
    const orderId = await createOrder();
    const payment = await payOrder({ ...manual, orderId, method: "authorize" });
    await capturePayment({ paymentId: payment.id, amountMinor: 1000, actor });
    await voidPayment({ paymentId: payment.id, actor });
    expect(await orderRow(orderId)).toMatchObject({ payment: "partially_paid" });
    await expect(voidPayment({ paymentId: payment.id, actor })).rejects.toMatchObject({
      code: "nothing_to_void",
    });
    await expectSound();
  });

  it.each([0, -1, 1.5, 87.957975, Number.NaN])(
    "lesson 40: refuses the amount %s",
    async (amountMinor) => {
      const orderId = await createOrder();
      await expect(
        payOrder({ ...manual, orderId, method: "purchase", amountMinor }),
      ).rejects.toMatchObject({ code: "amount_invalid" });
    },
  );

  it("lesson 26: replays the same request and refuses another one with its key", async () => {
    const orderId = await createOrder();
    const request = { ...manual, orderId, method: "authorize", idempotencyKey: "k1" } as const;
    const payment = await payOrder(request);
    expect((await payOrder(request)).id).toBe(payment.id);
    await expect(payOrder({ ...request, method: "purchase" })).rejects.toMatchObject({
      code: "key_reused",
    });
    const capture = { paymentId: payment.id, actor, idempotencyKey: "k2", amountMinor: 100 };
    const first = await capturePayment(capture);
    expect((await capturePayment(capture)).id).toBe(first.id);
    await expectSound();
  });

  it("refuses payments of other orders and of none", async () => {
    const payment = await payOrder({
      ...manual,
      orderId: await createOrder(),
      method: "authorize",
    });
    const foreign = { paymentId: payment.id, orderId: await createOrder(), actor };
    await expect(capturePayment(foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an order that costs nothing", () => {
  it("is completed once, without a payment", async () => {
    const orderId = await createOrder({ totalMinor: 0 });
    await completeFreeOrder({ orderId, actor: "shopper" });
    const { number } = await orderRow(orderId);
    await completeFreeOrder({ orderId, actor: "shopper" });
    expect(await orderRow(orderId)).toMatchObject({ number, payment: "free", status: "complete" });
    await expectSound();
  });

  it("is no way around paying", async () => {
    const orderId = await createOrder({ totalMinor: 1 });
    await expect(completeFreeOrder({ orderId, actor: "shopper" })).rejects.toMatchObject({
      code: "order_not_payable",
    });
  });
});
