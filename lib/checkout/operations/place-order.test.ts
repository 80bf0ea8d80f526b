import { beforeAll, describe, expect, it } from "vitest";
import { setQuantity } from "@/lib/cart/operations/set-quantity";
import { database } from "@/lib/db/client";
import {
  createFilledCart,
  createSellable,
  createShippingRate,
  makeDraft,
} from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { holdOrder } from "./hold-order";
import { placeOrder, type PlaceOrder } from "./place-order";
import { saveDraft } from "./save-draft";

useTestDatabase();
beforeAll(() => createShippingRate());

const place = (cartRef: string, more: Partial<PlaceOrder> = {}) =>
  placeOrder({ cartRef, channel: "storefront", locale: "en-US", ...more });

const findOrder = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { lines: true } });

const stockOf = async (variantId: string) =>
  (await database()).stockItem.findUniqueOrThrow({ where: { variantId } });

describe("placeOrder", () => {
  it("lesson 49: writes lines, totals and addresses from the database, and holds the goods", async () => {
    const variantId = await createSellable({ priceMinor: 1800, onHand: 3 });
    const ref = await createFilledCart({ variantId, quantity: 2 });

    const { id } = await place(ref);

    const order = await findOrder(id);
    expect(order).toMatchObject({
      status: "incomplete",
      payment: "unpaid",
      number: null,
      email: "ada@example.com",
      name: "Ada Lovelace",
      subtotalMinor: 3600n,
      shippingMinor: 700n,
      totalMinor: 4300n,
      shippingName: "Standard",
    });
    expect(order.lines).toMatchObject([
      { title: "Mug", variantTitle: "Fog", quantity: 2, unitPriceMinor: 1800n, totalMinor: 3600n },
    ]);
    expect(await stockOf(variantId)).toMatchObject({ onHand: 3, reserved: 2 });
  });

  it("makes one order of twenty requests at once", async () => {
    const variantId = await createSellable({ onHand: 5 });
    const ref = await createFilledCart({ variantId });

    const placed = await Promise.all(Array.from({ length: 20 }, () => place(ref)));

    expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
    expect(await (await database()).order.count({ where: { cart: { ref } } })).toBe(1);
    expect((await stockOf(variantId)).reserved).toBe(1);
  });

  it("sells the last unit to one of two carts", async () => {
    const variantId = await createSellable({ onHand: 1 });
    const refs = [await createFilledCart({ variantId }), await createFilledCart({ variantId })];

    const results = await Promise.allSettled(refs.map((ref) => place(ref)));

    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "out_of_stock" });
    expect((await stockOf(variantId)).reserved).toBe(1);
  });

  it("says so when a price changed since the shopper saw it", async () => {
    const variantId = await createSellable({ priceMinor: 1800 });
    const ref = await createFilledCart({ variantId });
    await changePrice(variantId, 2000);

    await expect(place(ref, { seenGoodsMinor: 1800 })).rejects.toMatchObject({
      code: "cart_changed",
    });
    expect((await stockOf(variantId)).reserved).toBe(0);
    const { id } = await place(ref, { seenGoodsMinor: 2000 });
    expect((await findOrder(id)).totalMinor).toBe(2700n);
  });

  it("lets an older unpaid order give way, with the goods it held", async () => {
    const variantId = await createSellable({ onHand: 2 });
    const ref = await createFilledCart({ variantId, quantity: 1 });
    const first = await place(ref);
    await setQuantity({ ref, variantId, quantity: 2 });

    const second = await place(ref);

    expect(second.id).not.toBe(first.id);
    expect((await findOrder(first.id)).status).toBe("cancelled");
    expect((await findOrder(second.id)).status).toBe("incomplete");
    expect(await stockOf(variantId)).toMatchObject({ onHand: 2, reserved: 2 });
  });

  it("gives the same order back after the same address was sent again", async () => {
    const ref = await createFilledCart({ variantId: await createSellable() });
    const first = await place(ref);
    await saveDraft(ref, { email: "Ada@example.com" });
    expect(await place(ref)).toEqual(first);
    await saveDraft(ref, { phone: "+44 20 7946 0958" });
    expect((await place(ref)).id).not.toBe(first.id);
  });

  it("never touches an order that was paid", async () => {
    const variantId = await createSellable({ onHand: 5 });
    const ref = await createFilledCart({ variantId });
    const first = await place(ref);
    await setQuantity({ ref, variantId, quantity: 2 });
    await payOrder({ orderId: first.id, gateway: "manual", method: "purchase", actor: "system" });

    const second = await place(ref);

    expect((await findOrder(first.id)).payment).toBe("paid");
    expect(second.id).not.toBe(first.id);
  });

  it("makes a new order after the one of this cart was cancelled", async () => {
    const ref = await createFilledCart({ variantId: await createSellable() });
    const first = await place(ref);
    await (
      await database()
    ).order.update({
      where: { id: first.id },
      data: { status: "cancelled", cancelledAt: new Date() },
    });
    const second = await place(ref);
    expect(second.id).not.toBe(first.id);
    expect(await place(ref)).toEqual(second);
  });
});

describe("an order that costs nothing", () => {
  it("is completed without a payment, once", async () => {
    await createShippingRate({ code: "gift", amountMinor: 0 });
    const variantId = await createSellable({ priceMinor: 0, onHand: 1 });
    const ref = await createFilledCart({ variantId, draft: makeDraft({ rateCode: "gift" }) });

    const order = await place(ref);
    expect(order.isFree).toBe(true);
    await completeFreeOrder({ orderId: order.id, actor: "shopper" });
    await completeFreeOrder({ orderId: order.id, actor: "shopper" });

    expect(await findOrder(order.id)).toMatchObject({ status: "complete", payment: "free" });
    expect(await stockOf(variantId)).toMatchObject({ onHand: 0, reserved: 0 });
  });
});

describe("holdOrder", () => {
  it("keeps the price that was agreed on while the goods are held", async () => {
    const variantId = await createSellable();
    const { id } = await place(await createFilledCart({ variantId }));
    await changePrice(variantId, 9900);
    expect(await holdOrder(id)).toMatchObject({ is: "held" });
  });

  it("takes the goods again after the hold has ended", async () => {
    const variantId = await createSellable({ onHand: 1 });
    const { id } = await place(await createFilledCart({ variantId }));
    await endHold(id, variantId);
    expect(await holdOrder(id)).toMatchObject({ is: "held" });
    expect((await stockOf(variantId)).reserved).toBe(1);
  });

  it("starts over when the goods cost something else by then", async () => {
    const variantId = await createSellable();
    const ref = await createFilledCart({ variantId });
    const { id } = await place(ref);
    await endHold(id, variantId);
    await changePrice(variantId, 2500);

    expect(await holdOrder(id)).toEqual({ is: "prices_changed" });

    const next = await place(ref);
    expect((await findOrder(next.id)).subtotalMinor).toBe(2500n);
    expect((await findOrder(id)).status).toBe("cancelled");
  });

  it("refuses when somebody else has bought them", async () => {
    const variantId = await createSellable({ onHand: 1 });
    const { id } = await place(await createFilledCart({ variantId }));
    await endHold(id, variantId);
    await place(await createFilledCart({ variantId }));
    await expect(holdOrder(id)).rejects.toMatchObject({ code: "out_of_stock" });
  });
});

async function changePrice(variantId: string, amountMinor: number): Promise<void> {
  const db = await database();
  await db.price.updateMany({ where: { variantId }, data: { amountMinor } });
}

/** What the job does when nobody has paid in time. */
async function endHold(orderId: string, variantId: string): Promise<void> {
  const db = await database();
  await db.stockReservation.updateMany({ where: { orderId }, data: { status: "released" } });
  await db.stockItem.update({ where: { variantId }, data: { reserved: 0 } });
}
