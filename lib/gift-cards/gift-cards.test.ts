import { describe, expect, it } from "vitest";
import { applyGiftCards, findTender } from "@/lib/checkout/operations/apply-gift-cards";
import { orderSummary } from "@/lib/checkout/summary";
import { database } from "@/lib/db/client";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { checkInvariants } from "@/lib/payments/invariants";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { readOrder } from "@/lib/payments/store/orders";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder } from "@/lib/testing/payments";
import { findGiftCard } from "./find";
import { disableGiftCard, issueGiftCard } from "./issue";

useTestDatabase();

const actor = "merchant:test";
const issue = (amountMinor: number) => issueGiftCard({ amountMinor, currency: "USD", actor });
const balanceOf = async (id: string) => {
  const card = await (await database()).giftCard.findUniqueOrThrow({ where: { id } });
  return Number(card.balanceMinor);
};

async function orderWith(totalMinor: number, ...cards: string[]) {
  const id = await createOrder({ totalMinor });
  const rows = cards.map((giftCardId, position) => ({ orderId: id, giftCardId, position }));
  await (await database()).orderGiftCard.createMany({ data: rows });
  return { id, totalMinor };
}

describe("a gift card", () => {
  it("is found by its code alone, and keeps no code", async () => {
    const { id, code, last4 } = await issue(2500);
    const db = await database();
    expect(await findGiftCard(db, code.toLowerCase())).toMatchObject({
      id,
      balanceMinor: 2500,
      last4,
    });
    expect(JSON.stringify(await db.giftCard.findUnique({ where: { id } }), String)).not.toContain(
      code.replaceAll("-", "").slice(0, 12),
    );
  });

  it("pays a part: it is held until the rest is paid, and taken then", async () => {
    const { id } = await issue(2500);
    const order = await orderWith(4000, id);
    expect(await applyGiftCards(order)).toMatchObject({ payMinor: 1500 });
    expect(await balanceOf(id)).toBe(0);
    expect(await readOrder(order.id)).toMatchObject({ status: "incomplete", placedAt: null });

    await payOrder({ orderId: order.id, gateway: "manual", method: "purchase", actor });

    const paid = await readOrder(order.id);
    expect(paid).toMatchObject({ status: "complete", payment: "paid" });
    const [gift] = paid.payments;
    expect(gift).toMatchObject({ gateway: "gift_card", capturedMinor: 2500 });
    expect(gift?.instrument).toMatchObject({ kind: "gift_card" });
  });

  it("shares what programs have left of an order", async () => {
    const { id } = await issue(2500);
    const order = await orderWith(4000, id);
    const cash = { orderId: order.id, gateway: "manual", method: "purchase", actor } as const;
    await payOrder({ ...cash, amountMinor: 1000 });
    expect(await findTender(order)).toMatchObject({ payMinor: 500 });
    expect(await applyGiftCards(order)).toMatchObject({ payMinor: 500 });

    const { accessToken } = await (
      await database()
    ).order.findUniqueOrThrow({
      where: { id: order.id },
    });
    const seen = await findShopperOrder(accessToken);
    expect(seen).toMatchObject({ state: "unpaid", paidMinor: 1000, payMinor: 500 });
    expect(seen && orderSummary(seen).totals.tender.map(({ label }) => label)).toEqual([
      expect.stringContaining("Gift card"),
      "Paid in another way",
      "Still to pay",
    ]);
    await payOrder(cash);
    expect(await readOrder(order.id)).toMatchObject({ status: "complete", payment: "paid" });
    const without = await orderWith(4000);
    await payOrder({ ...cash, orderId: without.id, amountMinor: 1000 });
    expect(await findTender(without)).toEqual({ giftCards: [], payMinor: 3000 });
  });

  it("pays all of an order without anybody else, and gives back what is refunded", async () => {
    const { id } = await issue(5000);
    const order = await orderWith(4000, id);
    expect(await findTender(order)).toMatchObject({ payMinor: 0 });
    await applyGiftCards(order);
    const paid = await readOrder(order.id);
    expect(paid).toMatchObject({ status: "complete", payment: "paid" });
    expect(await balanceOf(id)).toBe(1000);

    const paymentId = paid.payments[0]?.id ?? "";
    await refundPayment({ paymentId, amountMinor: 1500, actor, reason: "other" });
    expect(await balanceOf(id)).toBe(2500);
    expect((await readOrder(order.id)).payment).toBe("partially_refunded");
  });

  it("goes back when its order is given up, and can be used for the next", async () => {
    const { id } = await issue(2500);
    const order = await orderWith(4000, id);
    await applyGiftCards(order);
    await closeOrderPayments({ orderId: order.id, actor: "system" });
    expect(await balanceOf(id)).toBe(2500);
    expect(await applyGiftCards(order)).toMatchObject({ payMinor: 1500 });
    expect(await balanceOf(id)).toBe(0);
  });

  it("lesson 58: fifty tabs spend it once", async () => {
    const { id } = await issue(3000);
    const orders = await Promise.all(Array.from({ length: 10 }, () => orderWith(3000, id)));
    await Promise.all(
      orders.flatMap((order) => Array.from({ length: 5 }, () => applyGiftCards(order))),
    );
    const states = await Promise.all(orders.map((order) => readOrder(order.id)));
    expect(states.filter(({ payment }) => payment === "paid")).toHaveLength(1);
    expect(states.filter(({ payment }) => payment === "unpaid")).toHaveLength(9);
    expect(await balanceOf(id)).toBe(0);
  });

  it("pays nothing once it is disabled, expired, or for another currency", async () => {
    const [disabled, expired] = [await issue(3000), await issue(3000)];
    const euros = await issueGiftCard({ amountMinor: 3000, currency: "EUR", actor });
    await disableGiftCard(disabled);
    const past = new Date(Date.now() - 1000);
    const db = await database();
    await db.giftCard.update({ where: { id: expired.id }, data: { expiresAt: past } });
    for (const { id } of [disabled, expired, euros]) {
      const order = await orderWith(3000, id);
      expect(await findTender(order)).toMatchObject({ payMinor: 3000 });
      const asked = { orderId: order.id, gateway: "gift_card", method: "authorize" } as const;
      const payment = await payOrder({ ...asked, source: id, actor });
      expect(payment).toMatchObject({ authorizedMinor: 0 });
      expect(await balanceOf(id)).toBe(3000);
    }
  });

  it("leaves books that balance", async () => {
    expect(await checkInvariants()).toEqual([]);
  });
});
