import { describe, expect, it } from "vitest";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { home } from "./elastic-path-fixture";
import { itemsAnswer, openShop, orderAnswer, orderOf, product } from "./elastic-path-shop";

/** One order for one checkout, whatever is sent how often. */
const shop = openShop();
const { dialect } = shop;

describe("a checkout", () => {
  it("that is sent ten times at once makes one order", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const made = await Promise.all(Array.from({ length: 10 }, () => shop.checkout(ref)));
    expect(new Set(made.map((one) => orderOf(one).id)).size).toBe(1);
  });

  it("with another address replaces the order before it, and what waited there is closed", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const first = orderOf(await shop.checkout(ref, { order_number: "A-1", external_ref: "ext" }));
    expect(first).toMatchObject({ order_number: "A-1", external_ref: "ext" });
    const body = { gateway: "stripe", payment: "pm_card_threeDSecureRequired" };
    expect((await shop.pay(first.id, body)).status).toBe(200);

    const second = orderOf(await shop.checkout(ref, { billing_address: { ...home, line_1: "2" } }));
    expect(second.id).not.toBe(first.id);
    expect(await shop.order(first.id)).toMatchObject({ status: "cancelled", payment: "unpaid" });
    expect((await shop.pay(first.id, {})).status).toBe(422);
    expect((await shop.pay(second.id, {})).status).toBe(200);
  });

  it("of the last one succeeds for one of two", async () => {
    const refs = [newId(), newId()];
    for (const ref of refs) await shop.add(ref, product(shop.goods.lastPlate));
    const made = await Promise.all(refs.map((ref) => shop.checkout(ref)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 400]);
    const refused = made.find(({ status }) => status === 400);
    expect(refused?.json).toMatchObject({ errors: [{ title: "Insufficient stock" }] });

    const won = made.find(({ status }) => status === 201);
    const { id } = orderAnswer.parse(won?.json).data;
    const body = { data: { status: "cancelled" } };
    await dialect.read(orderAnswer, "PUT", `/v2/orders/${id}`, { body });
    const stock = answers.one(answers.stockSchema);
    const { data } = await dialect.read(stock, "GET", `/inventories/${shop.goods.lastPlate}`);
    expect(data, "a cancelled order gives its goods back").toMatchObject({ available: 1 });
  });

  it("leaves its order when the cart is thrown away, and empties the cart when it is paid", async () => {
    const [thrown, kept] = [newId(), newId()];
    await shop.add(thrown, product(shop.goods.mug));
    const { id } = orderOf(await shop.checkout(thrown));
    await dialect.ask("DELETE", `/v2/carts/${thrown}`, { token: dialect.shopper });
    expect((await shop.pay(id, {})).status).toBe(200);

    await shop.add(kept, product(shop.goods.mug));
    await shop.add(kept, { type: "custom_item", name: "Postage", price: { amount: 400 } });
    const paid = orderOf(await shop.checkout(kept));
    expect(paid.meta.display_price.with_tax.amount).toBe(2200);
    await shop.pay(paid.id, {});
    expect((await dialect.read(itemsAnswer, "GET", `/v2/carts/${kept}/items`)).data).toEqual([]);
    expect(await shop.order(paid.id)).toMatchObject({
      payment: "paid",
      order_number: expect.stringMatching(/^\d+$/),
    });
  });
});

describe("a code", () => {
  it("with one use left is used by one order, and free orders need no payment", async () => {
    const free = { code: "FREE", name: "Free", takes: { basisPoints: 10_000 }, usageLimit: 1 };
    await createPromotion(free);
    const refs = [newId(), newId()];
    for (const ref of refs) {
      await shop.add(ref, [product(shop.goods.mug), { type: "promotion_item", code: "FREE" }]);
    }
    const made = await Promise.all(refs.map((ref) => shop.checkout(ref)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const won = orderAnswer.parse(made.find(({ status }) => status === 201)?.json).data;
    expect(won).toMatchObject({ status: "complete", payment: "paid" });
    expect(won.meta.display_price.discount).toMatchObject({ amount: -1800, formatted: "-$18.00" });
  });
});
