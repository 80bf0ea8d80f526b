import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { openShop, orderOf, product } from "./elastic-path-shop";

/** What a program adds to a cart beside things to buy, and what its order makes of it. */
const shop = openShop();
const { dialect } = shop;

const tax = answers.one(answers.taxSchema);
const discount = answers.one(answers.discountSchema);

async function cartWith(...data: unknown[]) {
  const ref = newId();
  for (const one of data) await shop.add(ref, one);
  const { data: items } = await dialect.read(
    answers.all(answers.cartItemSchema),
    "GET",
    `/v2/carts/${ref}/items`,
  );
  return { ref, ids: items.map(({ id }) => id) };
}

const vat = { type: "tax_item", name: "VAT", jurisdiction: "UK", code: "VAT20", rate: 0.2 };

describe("taxes", () => {
  it("are told of prices that have them in, come on top of others, and are the order's", async () => {
    const wrap = {
      type: "custom_item",
      name: "Wrap",
      price: { amount: 1000, includes_tax: false },
    };
    const { ref, ids } = await cartWith(product(shop.goods.mug), wrap);
    const [mug = "", paper = ""] = ids;
    const made = await shop.send(tax, "POST", `${ref}/items/${mug}/taxes`, vat);
    expect(made.data).toMatchObject({
      name: "VAT",
      rate: 0.2,
      relationships: { item: { data: { id: mug } } },
    });
    expect(await shop.prices(ref)).toEqual([2800, 2500, 300, 0, 0]);
    await shop.send(tax, "POST", `${ref}/items/${paper}/taxes`, vat);
    expect(await shop.prices(ref)).toEqual([3000, 2500, 500, 0, 0]);

    const path = `${ref}/items/${paper}/taxes`;
    const fixed = await shop.send(tax, "POST", path, { name: "Fee", amount: 55 });
    await shop.send(tax, "PUT", `${path}/${fixed.data.id}`, { amount: 100 });
    expect(await shop.prices(ref)).toEqual([3100, 2500, 600, 0, 0]);
    const cart = await shop.cart(ref, "tax_items,items");
    expect(cart).toMatchObject({
      included: { tax_items: [{ rate: 0.2 }, { rate: 0.2 }, { amount: 100 }] },
    });

    const { id, meta } = orderOf(await shop.checkout(ref));
    expect(meta.display_price).toMatchObject({ with_tax: { amount: 3100 }, tax: { amount: 600 } });
    const paid = await shop.pay(id, { gateway: "stripe", payment: "pm_card_visa" });
    expect(paid.json).toMatchObject({ data: { amount: 3100 } });
    const read = await dialect.read(z.unknown(), "GET", `/v2/orders/${id}?include=items,tax_items`);
    expect(read).toMatchObject({
      included: {
        items: [
          {
            meta: {
              display_price: {
                with_tax: { value: { amount: 1800 } },
                tax: { value: { amount: 300 } },
              },
            },
          },
          {
            meta: {
              display_price: {
                with_tax: { value: { amount: 1300 } },
                tax: { value: { amount: 300 } },
              },
            },
          },
        ],
        tax_items: [{ name: "VAT" }, { name: "VAT" }, { name: "Fee" }],
      },
    });
  });

  it("are added to several items at once, all or none, and taken away", async () => {
    const { ref, ids } = await cartWith(product(shop.goods.mug), product(shop.goods.lamp));
    const of = (id: string) => ({
      ...vat,
      relationships: { item: { data: { type: "cart_item", id } } },
    });
    const wrong = { token: dialect.backend, body: { data: [of(ids[0] ?? ""), of(newId())] } };
    expect((await dialect.ask("POST", `/v2/carts/${ref}/taxes`, wrong)).status).toBe(404);
    expect(await shop.prices(ref)).toEqual([7299, 7299, 0, 0, 0]);

    const { data } = await shop.send(
      answers.all(answers.taxSchema),
      "POST",
      `${ref}/taxes`,
      ids.map(of),
    );
    expect(data).toHaveLength(2);
    await dialect.ask("DELETE", `/v2/carts/${ref}/items/${ids[0]}/taxes/${data[0]?.id}`, {
      token: dialect.backend,
    });
    expect((await shop.prices(ref))[2]).toBe(917);
    const all = () => dialect.ask("DELETE", `/v2/carts/${ref}/taxes`, { token: dialect.backend });
    expect((await all()).status).toBe(204);
    expect((await all()).status).toBe(404);
  });
});

describe("discounts of a program", () => {
  const ours = {
    type: "custom_discount",
    external_id: "1",
    discount_engine: "ours",
    description: "Sorry",
    discount_code: "SORRY",
  };

  it("take something off a cart and its items, never more than there is, and are the order's", async () => {
    const { ref, ids } = await cartWith(product(shop.goods.mug), product(shop.goods.lamp));
    const [mug = ""] = ids;
    const made = await shop.send(discount, "POST", `${ref}/custom-discounts`, {
      ...ours,
      amount: { amount: -1000 },
    });
    expect(made.data.amount).toMatchObject({ amount: -1000, formatted: "-$10.00" });
    expect(await shop.prices(ref)).toEqual([6299, 6299, 0, -1000, 0]);
    const path = `${ref}/items/${mug}/custom-discounts`;
    const { data: ofMug } = await shop.send(discount, "POST", path, { ...ours, amount: -99_999 });
    await shop.send(discount, "PUT", `${path}/${ofMug.id}`, { amount: -300 });
    expect(await shop.prices(ref)).toEqual([5999, 5999, 0, -1300, 0]);

    const { id, relationships } = orderOf(await shop.checkout(ref));
    expect(relationships).toMatchObject({
      custom_discounts: { data: [{ id: made.data.id }, { id: ofMug.id }] },
    });
    await shop.pay(id, {});
    expect((await shop.order(id)).meta.display_price).toMatchObject({
      paid: { amount: 5999 },
      discount: { amount: -1300 },
    });
  });

  it("may leave nothing to pay, and are taken away", async () => {
    const { ref } = await cartWith(product(shop.goods.mug));
    const all = answers.all(answers.discountSchema);
    const { data } = await shop.send(all, "POST", `${ref}/custom-discounts`, [
      { ...ours, amount: -9_999 },
      { ...ours, amount: -1 },
    ]);
    expect(await shop.prices(ref)).toEqual([0, 0, 0, -1800, 0]);
    await dialect.ask("DELETE", `/v2/carts/${ref}/custom-discounts/${data[0]?.id}`, {
      token: dialect.backend,
    });
    expect((await shop.prices(ref))[0]).toBe(1799);
    await dialect.ask("DELETE", `/v2/carts/${ref}/custom-discounts`, { token: dialect.backend });
    await shop.send(discount, "POST", `${ref}/custom-discounts`, { ...ours, amount: -1800 });
    expect(orderOf(await shop.checkout(ref))).toMatchObject({
      status: "complete",
      payment: "paid",
    });
  });

  it("go with the cart's order: the next one begins without", async () => {
    const { ref } = await cartWith(product(shop.goods.mug));
    await shop.send(discount, "POST", `${ref}/custom-discounts`, { ...ours, amount: -100 });
    await shop.pay(orderOf(await shop.checkout(ref)).id, {});
    await shop.add(ref, product(shop.goods.mug));
    expect((await shop.prices(ref))[0]).toBe(1800);
  });
});
