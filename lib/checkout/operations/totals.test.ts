import { beforeAll, describe, expect, it } from "vitest";
import { addToCart } from "@/lib/cart/operations/add-to-cart";
import { changeCurrency } from "@/lib/cart/operations/change-currency";
import { database } from "@/lib/db/client";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { saveTaxRate } from "@/lib/tax/manage";
import {
  createFilledCart,
  createSellable,
  createShippingRate,
  makeAddress,
} from "@/lib/testing/checkout";
import { code, enter, filledCart, findOrder, place } from "@/lib/testing/codes";
import { useTestDatabase } from "@/lib/testing/database";
import { readCart } from "../cart";
import { changesOf } from "../changes";
import { findCheckout } from "../queries";
import { removeCode } from "./enter-code";
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
