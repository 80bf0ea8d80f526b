import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { checkInvariants } from "@/lib/payments/invariants";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";

const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
  await createPromotion({ code: "TEN", name: "Ten percent", takes: { basisPoints: 1000 } });
});

const home = {
  first_name: "Ada",
  last_name: "Lovelace",
  line_1: "1 Analytical Row",
  city: "Portland",
  zip_code: "97201",
  state_code: "OR",
  country_code: "US",
  phone: "+1 503 555 0100",
};

/** As the shopper's browser does it, with Stripe's own endpoint. */
async function confirm(clientSecret: string | null | undefined, method = "pm_card_visa") {
  const secret = z.string().parse(clientSecret);
  const [intent] = secret.split("_secret_");
  const body = new URLSearchParams({
    client_secret: secret,
    payment_method: method,
    return_url: "https://shop.example.com/done",
  });
  const headers = { Authorization: "Bearer pk_test_sandbox" };
  const url = `${dialect.sandbox.url}/v1/payment_intents/${intent}/confirm`;
  return fetch(url, { method: "POST", headers, body });
}

/** An order that waits for its payment: a mug and two lamps, sent for 5.00. */
async function fill() {
  const { shop } = dialect;
  const { id } = await shop.orders.create({ customer_email: "Ada@example.com" });
  const order = shop.orders.relationship(id);
  await shop.line_items.create({ sku_code: goods.mug, quantity: 1, order });
  await shop.line_items.create({ sku_code: goods.lamp, quantity: 2, order });
  const address = await shop.addresses.create(home);
  await shop.orders.update({
    id,
    shipping_address: shop.addresses.relationship(address.id),
    _billing_address_same_as_shipping: true,
  });
  const [shipment] = await shop.orders.shipments(id, { include: ["available_shipping_methods"] });
  const method = shipment?.available_shipping_methods?.[0];
  await shop.shipments.update({
    id: z.string().parse(shipment?.id),
    shipping_method: shop.shipping_methods.relationship(z.string().parse(method?.id)),
  });
  await shop.orders.update({ id, payment_method: shop.payment_methods.relationship("stripe") });
  return id;
}

const total = 1800 + 2 * 5499 + 500;

async function pay(id: string, method?: string) {
  const { shop } = dialect;
  const source = await shop.stripe_payments.create({
    order: shop.orders.relationship(id),
    options: {},
  });
  await confirm(source.client_secret, method);
  return source;
}

describe("an order from draft to placed, with the official client", () => {
  it("goes through the states of the contract", async () => {
    const { shop } = dialect;
    const empty = await shop.orders.create({});
    expect(empty).toMatchObject({ status: "draft", payment_status: "unpaid", editable: true });
    expect(empty).toMatchObject({ fulfillment_status: "unfulfilled", total_amount_cents: 0 });

    const id = await fill();
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

    const source = await pay(id);
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
    const id = await fill();
    const order = shop.orders.relationship(id);
    const source = await shop.stripe_payments.create({ order });
    const [mug] = await shop.orders.line_items(id, { filters: { sku_code_eq: goods.mug } });
    await shop.line_items.update({ id: z.string().parse(mug?.id), quantity: 3 });
    expect(await shop.stripe_payments.retrieve(source.id)).toMatchObject({
      mismatched_amounts: true,
    });
    expect((await confirm(source.client_secret)).status).toBe(400);
    await expect(shop.orders._place(id)).rejects.toMatchObject({ status: 422 });
    const again = await shop.stripe_payments._update(source.id);
    expect(again).toMatchObject({ id: source.id, mismatched_amounts: false });
    expect(again.stripe_id).not.toBe(source.stripe_id);
    await confirm(again.client_secret);
    expect(await shop.orders._place(id)).toMatchObject({
      status: "placed",
      total_amount_cents: total + 3600,
    });
  });

  it("takes a code off, once it is paid for", async () => {
    const { shop } = dialect;
    const id = await fill();
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
    const id = await fill();
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

describe("what a merchant's program does", () => {
  it("captures in parts and refunds in parts", async () => {
    const { office, shop } = dialect;
    const id = await fill();
    await pay(id);
    await shop.orders._place(id);
    const [hold] = await office.orders.authorizations(id);
    expect(hold).toMatchObject({
      amount_cents: total,
      capture_balance_cents: total,
      succeeded: true,
      payment_method_type: "stripe_payments",
    });
    const holdId = z.string().parse(hold?.id);
    await office.authorizations.update({ id: holdId, _capture: true, _capture_amount_cents: 5000 });
    expect(await office.orders.retrieve(id)).toMatchObject({ payment_status: "partially_paid" });
    expect(await office.authorizations._capture(holdId)).toMatchObject({
      capture_balance_cents: 0,
    });
    const [first, second] = await office.orders.captures(id, { sort: ["created_at"] });
    expect(first).toMatchObject({ amount_cents: 5000, refund_balance_cents: 5000 });
    expect(second).toMatchObject({ amount_cents: total - 5000, succeeded: true });
    const captureId = z.string().parse(first?.id);

    await office.captures.update({ id: captureId, _refund: true, _refund_amount_cents: 1500 });
    expect(await office.captures.retrieve(captureId, { include: ["refunds"] })).toMatchObject({
      refund_amount_cents: 1500,
      refund_balance_cents: 3500,
      refunds: [{ amount_cents: 1500, succeeded: true }],
    });
    const tooMuch = { id: captureId, _refund: true, _refund_amount_cents: 3501 };
    await expect(office.captures.update(tooMuch)).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", meta: { error: "less_than_or_equal_to" } }],
    });
    expect(await office.orders.retrieve(id)).toMatchObject({
      payment_status: "partially_refunded",
    });
  });

  it("captures all, refunds all, and the order is over", async () => {
    const { office } = dialect;
    const id = await fill();
    await pay(id);
    await dialect.shop.orders._place(id);
    expect(await office.orders._approve(id)).toMatchObject({
      status: "approved",
      payment_status: "authorized",
    });
    await expect(office.orders._refund(id)).rejects.toMatchObject({ status: 422 });
    expect(await office.orders._capture(id)).toMatchObject({ payment_status: "paid" });
    expect(await office.orders._refund(id)).toMatchObject({
      status: "cancelled",
      payment_status: "refunded",
      fulfillment_status: "unfulfilled",
    });
    const { transactions } = await office.orders.retrieve(id, { include: ["transactions"] });
    expect(transactions?.map(({ type }) => type).toSorted()).toEqual([
      "authorizations",
      "captures",
      "refunds",
    ]);
  });

  it("cancels, which lets go of what is held", async () => {
    const { office } = dialect;
    const id = await fill();
    await pay(id);
    await dialect.shop.orders._place(id);
    expect(await office.orders._cancel(id)).toMatchObject({
      status: "cancelled",
      payment_status: "voided",
    });
    expect([...(await office.orders.voids(id))]).toMatchObject([{ amount_cents: total }]);
  });

  it("is more than a sales channel may do", async () => {
    const { shop } = dialect;
    const id = await fill();
    await pay(id);
    await shop.orders._place(id);
    for (const pull of [shop.orders._capture, shop.orders._approve, shop.orders._cancel]) {
      await expect(pull.call(shop.orders, id)).rejects.toMatchObject({
        status: 401,
        errors: [{ code: "UNAUTHORIZED" }],
      });
    }
  });

  it("keeps every invariant", async () => {
    expect(await checkInvariants()).toEqual([]);
  });
});
