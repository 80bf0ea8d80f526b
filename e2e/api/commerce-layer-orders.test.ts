import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { Shopper, total } from "./commerce-layer-shopper";

const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
  await createPromotion({ code: "TEN", name: "Ten percent", takes: { basisPoints: 1000 } });
});

const shopper = new Shopper(dialect, () => goods);

describe("an order from draft to placed, with the official client", () => {
  it("goes through the states of the contract", async () => {
    const { shop } = dialect;
    const empty = await shop.orders.create({});
    expect(empty).toMatchObject({ status: "draft", payment_status: "unpaid", editable: true });
    expect(empty).toMatchObject({ fulfillment_status: "unfulfilled", total_amount_cents: 0 });

    const id = await shopper.fill();
    const pending = await shop.orders.retrieve(id, {
      include: [
        "line_items.sku",
        "shipping_address",
        "billing_address",
        "payment_method",
        "market",
      ],
    });
    expect(pending).toMatchObject({
      status: "pending",
      customer_email: "ada@example.com",
      subtotal_amount_cents: 12798,
      shipping_amount_cents: 500,
      total_amount_cents: total,
      total_amount_float: 132.98,
      formatted_total_amount: "$132.98",
      skus_count: 3,
      market: { code: "USD" },
      shipping_address: { first_name: "Ada", full_name: "Ada Lovelace", zip_code: "97201" },
      payment_method: { payment_source_type: "stripe_payments", price_amount_cents: 0 },
    });
    expect(pending.billing_address?.id).not.toBe(pending.shipping_address?.id);
    expect(pending.line_items).toMatchObject([
      { sku_code: goods.mug, quantity: 1, item_type: "skus", sku: { code: goods.mug } },
      { sku_code: goods.lamp, quantity: 2, total_amount_cents: 10998 },
    ]);

    const source = await shopper.pay(id);
    expect(source).toMatchObject({
      stripe_id: expect.stringMatching(/^pi_/),
      client_secret: expect.stringContaining("_secret_"),
      publishable_key: "pk_test_sandbox",
      mismatched_amounts: false,
      options: {},
    });
    await shop.orders._place(id);
    const placed = await shop.orders.retrieve(id, { include: ["payment_source"] });
    expect(placed).toMatchObject({
      status: "placed",
      payment_status: "authorized",
      fulfillment_status: "unfulfilled",
      number: expect.stringMatching(/^\d+$/),
      editable: false,
      payment_source: { id: source.id, type: "stripe_payments" },
    });
    // A second time, and by whoever hears of it late, it changes nothing.
    expect((await shop.orders._place(id)).number).toBe(placed.number);
  });

  it("asks for money anew when the order has changed", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    const order = shop.orders.relationship(id);
    const source = await shop.stripe_payments.create({ order });
    const [mug] = await shop.orders.line_items(id, { filters: { sku_code_eq: goods.mug } });
    await shop.line_items.update({ id: z.string().parse(mug?.id), quantity: 3 });
    expect(await shop.stripe_payments.retrieve(source.id)).toMatchObject({
      mismatched_amounts: true,
    });
    expect((await shopper.confirm(source.client_secret)).status).toBe(400);
    await expect(shop.orders._place(id)).rejects.toMatchObject({ status: 422 });
    const again = await shop.stripe_payments._update(source.id);
    expect(again).toMatchObject({ id: source.id, mismatched_amounts: false });
    expect(again.stripe_id).not.toBe(source.stripe_id);
    await shopper.confirm(again.client_secret);
    expect(await shop.orders._place(id)).toMatchObject({
      status: "placed",
      total_amount_cents: total + 3600,
    });
  });

  it("takes a code off, once it is paid for", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    await expect(shop.orders.update({ id, coupon_code: "NONE" })).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", source: { pointer: "/data/attributes/coupon_code" } }],
    });
    const order = await shop.orders.update({ id, coupon_code: "ten" });
    expect(order).toMatchObject({ discount_amount_cents: -1280, total_amount_cents: total - 1280 });
    const [coupon] = await dialect.office.coupons.list({ filters: { code_eq: "TEN" } });
    // Nobody is paying yet, so it is not used up.
    expect(coupon).toMatchObject({ code: "TEN", usage_count: 0, customer_single_use: null });
    const without = await shop.orders.update({ id, coupon_code: "" });
    expect(without).toMatchObject({ coupon_code: null, total_amount_cents: total });
  });

  it("is placed by a promised transfer, and captured when it arrives", async () => {
    const { shop, office } = dialect;
    const id = await shopper.fill();
    const method = shop.payment_methods.relationship("wire-transfer");
    await shop.orders.update({ id, payment_method: method });
    const source = await shop.wire_transfers.create({ order: shop.orders.relationship(id) });
    expect(await shop.orders._place(id)).toMatchObject({
      status: "placed",
      payment_status: "authorized",
    });
    expect(await office.orders._capture(id)).toMatchObject({
      status: "approved",
      payment_status: "paid",
      fulfillment_status: "in_progress",
    });
    const [capture] = await office.orders.captures(id, { include: ["payment_source"] });
    expect(capture?.payment_source).toMatchObject({ id: source.id, type: "wire_transfers" });
  });

  it.each([
    { what: "nothing in it", field: "line_items", make: () => dialect.shop.orders.create({}) },
    {
      what: "nobody to send it to",
      field: "customer_email",
      make: async () => {
        const { shop } = dialect;
        const { id } = await shop.orders.create({});
        const order = shop.orders.relationship(id);
        await shop.line_items.create({ sku_code: goods.mug, quantity: 1, order });
        return { id };
      },
    },
  ])("is not paid with $what", async ({ field, make }) => {
    const { id } = await make();
    const order = dialect.shop.orders.relationship(id);
    await expect(dialect.shop.stripe_payments.create({ order })).rejects.toMatchObject({
      status: 422,
      errors: [
        {
          code: "VALIDATION_ERROR",
          meta: { error: "blank" },
          detail: expect.stringContaining(field),
        },
      ],
    });
  });

  it("sells the last one once", async () => {
    const { shop } = dialect;
    const { id } = await shop.orders.create({});
    const order = shop.orders.relationship(id);
    const ask = { sku_code: goods.lastPlate, order };
    await expect(shop.line_items.create({ ...ask, quantity: 2 })).rejects.toMatchObject({
      errors: [{ meta: { error: "out_of_stock", available: 1 } }],
    });
    expect(await shop.line_items.create({ ...ask, quantity: 1 })).toMatchObject({ quantity: 1 });
  });
});
