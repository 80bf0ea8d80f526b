import { beforeAll, describe, expect, it } from "vitest";
import { addToCart } from "@/lib/cart/operations/add-to-cart";
import { changeCurrency } from "@/lib/cart/operations/change-currency";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { createPromotion, type NewPromotion } from "@/lib/promotions/create-promotion";
import { saveTaxRate } from "@/lib/tax/manage";
import {
  createFilledCart,
  createSellable,
  createShippingRate,
  makeAddress,
  makeDraft,
} from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { readCart } from "../cart";
import { changesOf } from "../changes";
import { findCheckout } from "../queries";
import { enterCode, removeCode } from "./enter-code";
import { holdOrder } from "./hold-order";
import { placeOrder } from "./place-order";
import { saveDraft } from "./save-draft";

useTestDatabase();

const rate = { id: null, onShipping: true, active: true, region: "" };
beforeAll(async () => {
  await createShippingRate();
  await saveTaxRate({
    ...rate,
    name: "Tax",
    country: "US",
    region: "CA",
    basisPoints: 725,
    included: false,
  });
  await saveTaxRate({ ...rate, name: "MwSt.", country: "DE", basisPoints: 1900, included: true });
});

const code = (change: Partial<NewPromotion> = {}): NewPromotion => {
  return {
    code: `C${newToken().slice(0, 10)}`,
    name: "Code",
    takes: { basisPoints: 1000 },
    ...change,
  };
};
const enter = (cartRef: string, typed: string) =>
  enterCode({ cartRef, typed, clientAddress: newToken() });
const place = (cartRef: string) => placeOrder({ cartRef, channel: "storefront", locale: "en-US" });
const findOrder = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { lines: true } });

async function filledCart(email = `${newToken()}@example.com`) {
  const variantId = await createSellable({ priceMinor: 2000, onHand: 99 });
  const ref = await createFilledCart({ variantId, quantity: 2 });
  await saveDraft(ref, { ...makeDraft(), email });
  return { ref, variantId };
}

describe("an order's totals", () => {
  it("are goods, less codes, and shipping, and the tax of its state on top", async () => {
    const { ref } = await filledCart();
    const promotion = code();
    await createPromotion(promotion);
    expect(await enter(ref, promotion.code.toLowerCase())).toBe("code_taken");
    const order = await findOrder((await place(ref)).id);
    // 7.25 % of 36.00 and of 7.00, each rounded.
    expect(order).toMatchObject({
      subtotalMinor: 4000n,
      discountMinor: 400n,
      shippingMinor: 700n,
      taxMinor: 312n,
      taxIncluded: false,
      totalMinor: 4612n,
    });
    expect(order.lines).toMatchObject([{ discountMinor: 400n, taxMinor: 261n, totalMinor: 3600n }]);
    expect(order.taxLines).toMatchObject([{ name: "Tax", basisPoints: 725, amountMinor: 312 }]);
  });

  it("do not grow by a tax that prices have in them", async () => {
    const { ref } = await filledCart();
    await saveDraft(ref, {
      shipping: makeAddress({ country: "DE", region: "", postalCode: "10115" }),
    });
    const order = await findOrder((await place(ref)).id);
    expect(order).toMatchObject({ taxMinor: 751n, taxIncluded: true, totalMinor: 4700n });
  });

  it("are told before there is an order, with what a gift card leaves", async () => {
    const { ref } = await filledCart();
    const card = await issueGiftCard({
      amountMinor: 1000,
      currency: "USD",
      actor: "merchant:test",
    });
    expect(await enter(ref, card.code)).toBe("card_taken");
    expect((await findCheckout(ref))?.totals).toMatchObject({ totalMinor: 5041, payMinor: 4041 });
    await removeCode({ cartRef: ref, id: card.id });
    expect((await findCheckout(ref))?.totals).toMatchObject({ payMinor: 5041 });
  });
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

describe("a price", () => {
  it("that changed since it was shown is told, until it was shown again", async () => {
    const variantId = await createSellable({ priceMinor: 1800 });
    const { ref } = await addToCart({ ref: null, currency: "USD", variantId, quantity: 1 });
    const db = await database();
    const changes = async () => changesOf((await readCart(db, ref))?.lines ?? []);
    expect(await changes()).toEqual([]);
    const key = { variantId_currency: { variantId, currency: "USD" } };
    await db.price.update({ where: key, data: { amountMinor: 2000n } });
    expect(await changes()).toMatchObject([{ is: "price", beforeMinor: 1800, nowMinor: 2000 }]);
    await addToCart({ ref, currency: "USD", variantId, quantity: 1 });
    expect(await changes()).toEqual([]);
  });

  it("in another currency is no change", async () => {
    const variantId = await createSellable({ priceMinor: 1800 });
    const db = await database();
    await db.price.create({ data: { variantId, currency: "JPY", amountMinor: 2600n } });
    const { ref } = await addToCart({ ref: null, currency: "USD", variantId, quantity: 1 });
    await changeCurrency(ref, "JPY");
    expect(changesOf((await readCart(db, ref))?.lines ?? [])).toEqual([]);
  });

  it("that no card can be charged is refused before payment", async () => {
    const db = await database();
    await db.shippingRatePrice.updateMany({ data: { amountMinor: 0n } });
    const variantId = await createSellable({ priceMinor: 20 });
    const ref = await createFilledCart({ variantId, quantity: 1 });
    await expect(place(ref)).rejects.toMatchObject({ code: "amount_invalid" });
  });
});
