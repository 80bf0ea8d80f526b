import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectSound } from "@/lib/testing/payments";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper } from "./commerce-layer-shopper";

/** What a back office keeps in step with the shop, by the official client. */
const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});
afterEach(expectSound);

async function skuOf(code: string) {
  const filters = { code_eq: code };
  const [sku] = await dialect.office.skus.list({ filters, include: ["prices", "stock_items"] });
  if (sku === undefined) throw new Error(`${code} is not there.`);
  return sku;
}

describe("a price", () => {
  it("is changed, and orders that are made from then on cost it", async () => {
    const { office, shop } = dialect;
    const price = (await skuOf(goods.mug)).prices?.find((one) => one.currency_code === "USD");
    const id = price?.id ?? "";
    expect(
      await office.prices.update({ id, amount_cents: 1500, compare_at_amount_cents: 1800 }),
    ).toMatchObject({ amount_cents: 1500, compare_at_amount_cents: 1800 });
    const order = await shop.orders.retrieve(await shopper.fill(), { include: ["line_items"] });
    const line = order.line_items?.find(({ sku_code: code }) => code === goods.mug);
    expect(line).toMatchObject({ unit_amount_cents: 1500 });
    // One that reaches the struck-out price is no longer a lower one.
    expect(await office.prices.update({ id, amount_cents: 1800 })).toMatchObject({
      amount_cents: 1800,
      compare_at_amount_cents: null,
    });
  });

  it("is added in a currency that has none, once, and as cards can be charged", async () => {
    const { office } = dialect;
    const sku = office.skus.relationship((await skuOf(goods.mug)).id);
    const kuwait = { price_list: office.price_lists.relationship("kwd"), sku };
    await expect(office.prices.create({ ...kuwait, amount_cents: 5_505 })).rejects.toMatchObject({
      status: 422,
    });
    expect(await office.prices.create({ ...kuwait, amount_cents: 5_500 })).toMatchObject({
      currency_code: "KWD",
      sku_code: goods.mug,
      formatted_amount: expect.stringContaining("5.500"),
    });
    await expect(office.prices.create({ ...kuwait, amount_cents: 5_500 })).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", meta: { error: "taken" } }],
    });
  });
});

describe("stock", () => {
  it("is what can be sold, beside what open orders hold", async () => {
    const { office, shop } = dialect;
    await shopper.pay(await shopper.fill());
    const item = (await skuOf(goods.lamp)).stock_items?.[0];
    const id = item?.id ?? "";
    expect(await office.stock_items.update({ id, quantity: 3 })).toMatchObject({ quantity: 3 });
    const late = await shop.orders.create({ customer_email: "late@example.com" });
    const order = shop.orders.relationship(late.id);
    const wanted = { sku_code: goods.lamp, order };
    await expect(shop.line_items.create({ ...wanted, quantity: 4 })).rejects.toMatchObject({
      status: 422,
    });
    await shop.line_items.create({ ...wanted, quantity: 3 });
  });
});

describe("a gift card", () => {
  it("is issued with a code that this answer tells, and no other, and pays", async () => {
    const { office, shop } = dialect;
    const made = await office.gift_cards.create({ balance_cents: 700, currency_code: "USD" });
    expect(made).toMatchObject({ status: "active", balance_cents: 700 });
    const { code } = await office.gift_cards.retrieve(made.id);
    expect(code).toMatch(/^XXXX-XXXX-XXXX-/);
    const id = await shopper.fill();
    expect(await shop.orders.update({ id, gift_card_code: made.code ?? "" })).toMatchObject({
      gift_card_amount_cents: -700,
    });
    await office.gift_cards._deactivate(made.id);
    expect((await office.gift_cards._activate(made.id)).status).toBe("active");
  });
});

it("is none of a sales channel's business", async () => {
  const { shop } = dialect;
  const { id, prices } = await skuOf(goods.mug);
  const price = { id: prices?.[0]?.id ?? "", amount_cents: 1 };
  for (const asked of [
    shop.prices.update(price),
    shop.stock_items.update({ id, quantity: 1 }),
    shop.gift_cards.create({ balance_cents: 1_000_000, currency_code: "USD" }),
  ]) {
    await expect(asked).rejects.toMatchObject({ status: 401 });
  }
});
