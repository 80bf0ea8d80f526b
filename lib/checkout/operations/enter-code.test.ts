import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { code, enter, filledCart, findOrder, place } from "@/lib/testing/codes";
import { createShippingRate } from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { findCheckout } from "../queries";
import { holdOrder } from "./hold-order";

useTestDatabase();

beforeAll(async () => {
  await createShippingRate();
});

describe("codes", () => {
  it("say what is wrong with them", async () => {
    const { ref } = await filledCart();
    const small = code({ minimum: { amountMinor: 9000, currency: "USD" } });
    const over = code({ endsAt: new Date(Date.now() - 1000) });
    await createPromotion(small);
    await createPromotion(over);
    expect(await enter(ref, "nothing-like-it")).toBe("code_unknown");
    expect(await enter(ref, over.code)).toBe("why_expired");
    expect(await enter(ref, small.code)).toBe("why_below_minimum");
    expect((await findCheckout(ref))?.totals.idlePromotions).toMatchObject([
      { why: "below_minimum" },
    ]);
  });

  it("cannot be found by trying", async () => {
    const { ref } = await filledCart();
    const answers = [];
    for (let i = 0; i < 16; i += 1) answers.push(await enter(ref, `guess-${i}`));
    expect(answers.at(-1)).toBe("too_many");
    expect(answers.at(0)).toBe("code_unknown");
  });

  it("are used no more often than they may be, by ten carts at once", async () => {
    const last = code({ usageLimit: 1 });
    await createPromotion(last);
    const carts = await Promise.all(Array.from({ length: 10 }, () => filledCart()));
    await Promise.all(carts.map(({ ref }) => enter(ref, last.code)));
    const placed = await Promise.allSettled(carts.map(({ ref }) => place(ref)));
    const orders = await Promise.all(
      placed.flatMap((each) => (each.status === "fulfilled" ? [findOrder(each.value.id)] : [])),
    );
    expect(orders.filter(({ discountMinor }) => discountMinor > 0n)).toHaveLength(1);
  });

  it("are free again once an order is left behind, and who takes it up again is counted again", async () => {
    const once = code({ usageLimit: 1 });
    await createPromotion(once);
    const carts = [await filledCart(), await filledCart()] as const;
    for (const { ref } of carts) await enter(ref, once.code);
    const left = await place(carts[0].ref);
    expect(await enter(carts[1].ref, once.code)).toBe("why_used_up");
    const idle = async () => (await findCheckout(carts[1].ref))?.totals.idlePromotions;
    expect(await idle()).toMatchObject([{ why: "used_up" }]);

    const db = await database();
    const past = new Date(Date.now() - 3_600_000);
    await db.order.update({ where: { id: left.id }, data: { createdAt: past } });
    expect(await idle()).toMatchObject([{ why: "used_up" }]);
    await db.stockReservation.updateMany({
      where: { orderId: left.id },
      data: { expiresAt: past },
    });
    await releaseExpired();
    const other = await place(carts[1].ref);
    expect(await findOrder(other.id)).toMatchObject({ discountMinor: 400n });

    expect(await holdOrder(left.id)).toEqual({ is: "prices_changed" });
    const cash = {
      orderId: left.id,
      gateway: "manual",
      method: "purchase",
      actor: "test",
    } as const;
    await expect(payOrder(cash)).rejects.toMatchObject({
      code: "wrong_state",
      facts: { code: once.code.toUpperCase() },
    });
    await cancelOrder({ orderId: other.id, actor: "test" });
    expect(await holdOrder(left.id)).toMatchObject({ is: "held" });
    await payOrder(cash);
    expect(await findOrder(left.id)).toMatchObject({ status: "complete", discountMinor: 400n });
  });

  it("for a first order are for one order of an e-mail address", async () => {
    const email = `${newToken().toLowerCase()}@example.com`;
    const first = code();
    const { id } = await createPromotion(first);
    const db = await database();
    await db.promotion.update({ where: { id }, data: { firstOrderOnly: true } });
    const [one, two] = [await filledCart(email), await filledCart(email)];
    await enter(one.ref, first.code);
    await enter(two.ref, first.code);
    expect(await findOrder((await place(one.ref)).id)).toMatchObject({ discountMinor: 400n });
    expect((await findCheckout(two.ref))?.totals.idlePromotions).toMatchObject([
      { why: "used_by_you" },
    ]);
  });

  it("for a first order are for one order, also when two tabs use two of them at once", async () => {
    const email = `${newToken().toLowerCase()}@example.com`;
    const carts = await Promise.all([filledCart(email), filledCart(email), filledCart(email)]);
    const db = await database();
    for (const { ref } of carts) {
      const first = code();
      const { id } = await createPromotion(first);
      await db.promotion.update({ where: { id }, data: { firstOrderOnly: true } });
      await enter(ref, first.code);
    }
    const placed = await Promise.allSettled(carts.map(({ ref }) => place(ref)));
    const orders = await Promise.all(
      placed.flatMap((each) => (each.status === "fulfilled" ? [findOrder(each.value.id)] : [])),
    );
    expect(orders.filter(({ discountMinor }) => discountMinor > 0n)).toHaveLength(1);
  });
});
