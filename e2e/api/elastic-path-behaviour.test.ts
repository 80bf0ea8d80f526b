import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { checkInvariants } from "@/lib/payments/invariants";
import {
  addGoods,
  buyer,
  home,
  placeOrder,
  startDialect,
  withId,
  type Ask,
  type Goods,
} from "./elastic-path-fixture";

/** What the dialect promises beyond the shape of its answers. Every answer is read with its schema. */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});
afterAll(async () => {
  const broken = await checkInvariants();
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
});

const order = answers.one(answers.orderSchema);
const transaction = answers.one(answers.transactionSchema);
const items = answers.all(answers.cartItemSchema);

const add = (ref: string, data: unknown, headers = {}) =>
  dialect.read(items, "POST", `/v2/carts/${ref}/items`, { body: { data }, headers });
const product = (id: string, quantity = 1) => ({ type: "cart_item", id, quantity });
const checkout = (
  ref: string,
  details: object = {},
): Promise<{ status: number; json: unknown }> => {
  const data = { customer: buyer, billing_address: home, ...details };
  const ask = { token: dialect.shopper, body: { data } };
  return dialect.ask("POST", `/v2/carts/${ref}/checkout`, ask);
};
const orderOf = ({ json }: { json: unknown }) => order.parse(json).data;
const readOrder = async (id: string) =>
  (await dialect.read(order, "GET", `/v2/orders/${id}?include=items`)).data;
const pay = (orderId: string, data: object, ask: Ask = {}) => {
  const body = { data: { gateway: "manual", method: "purchase", ...data } };
  return dialect.ask("POST", `/v2/orders/${orderId}/payments`, {
    token: dialect.shopper,
    body,
    ...ask,
  });
};
const change = async (orderId: string, id: string, verb: string, body?: unknown) => {
  const path = `/v2/orders/${orderId}/transactions/${id}/${verb}`;
  return (await dialect.read(transaction, "POST", path, { body })).data;
};

describe("a checkout", () => {
  it("that is sent ten times at once makes one order", async () => {
    const ref = newId();
    await add(ref, product(goods.mug));
    const made = await Promise.all(Array.from({ length: 10 }, () => checkout(ref)));
    expect(new Set(made.map((one) => orderOf(one).id)).size).toBe(1);
  });

  it("with another address replaces the order before it, and what waited there is closed", async () => {
    const ref = newId();
    await add(ref, product(goods.mug));
    const first = orderOf(await checkout(ref, { order_number: "A-1", external_ref: "ext" }));
    expect(first).toMatchObject({ order_number: "A-1", external_ref: "ext" });
    const body = { gateway: "stripe", payment: "pm_card_threeDSecureRequired" };
    expect((await pay(first.id, body)).status).toBe(200);

    const second = orderOf(await checkout(ref, { billing_address: { ...home, line_1: "2" } }));
    expect(second.id).not.toBe(first.id);
    expect(await readOrder(first.id)).toMatchObject({ status: "cancelled", payment: "unpaid" });
    expect((await pay(first.id, {})).status).toBe(422);
    expect((await pay(second.id, {})).status).toBe(200);
  });

  it("of the last one succeeds for one of two", async () => {
    const refs = [newId(), newId()];
    for (const ref of refs) await add(ref, product(goods.lastPlate));
    const made = await Promise.all(refs.map((ref) => checkout(ref)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 400]);
    const refused = made.find(({ status }) => status === 400);
    expect(refused?.json).toMatchObject({ errors: [{ title: "Insufficient stock" }] });

    const won = made.find(({ status }) => status === 201);
    const { id } = order.parse(won?.json).data;
    const body = { data: { status: "cancelled" } };
    await dialect.read(order, "PUT", `/v2/orders/${id}`, { body });
    const stock = answers.one(answers.stockSchema);
    const { data } = await dialect.read(stock, "GET", `/inventories/${goods.lastPlate}`);
    expect(data, "a cancelled order gives its goods back").toMatchObject({ available: 1 });
  });

  it("leaves its order when the cart is thrown away, and empties the cart when it is paid", async () => {
    const [thrown, kept] = [newId(), newId()];
    await add(thrown, product(goods.mug));
    const { id } = orderOf(await checkout(thrown));
    await dialect.ask("DELETE", `/v2/carts/${thrown}`, { token: dialect.shopper });
    expect((await pay(id, {})).status).toBe(200);

    await add(kept, product(goods.mug));
    await add(kept, { type: "custom_item", name: "Postage", price: { amount: 400 } });
    const paid = orderOf(await checkout(kept));
    expect(paid.meta.display_price.with_tax.amount).toBe(2200);
    await pay(paid.id, {});
    expect((await dialect.read(items, "GET", `/v2/carts/${kept}/items`)).data).toEqual([]);
    expect(await readOrder(paid.id)).toMatchObject({
      payment: "paid",
      order_number: expect.stringMatching(/^\d+$/),
    });
  });
});

describe("a payment", () => {
  it("is made once however many ask at once", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const made = await Promise.all(
      Array.from({ length: 10 }, () => pay(orderId, { gateway: "stripe", payment: "tok_visa" })),
    );
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await readOrder(orderId)).toMatchObject({ payment: "paid" });
  });

  it("is replayed with its key, and another request with that key is refused", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const key = { options: { idempotency_key: "once" } };
    const first = await pay(orderId, key);
    expect(transaction.parse((await pay(orderId, key)).json)).toEqual(
      transaction.parse(first.json),
    );
    expect((await pay(orderId, { ...key, method: "authorize" })).status).toBe(422);

    const byHeader = await placeOrder(dialect, goods.mug);
    const headers = { "Idempotency-Key": "twice" };
    const one = withId.parse((await pay(byHeader, {}, { headers })).json).data.id;
    expect(withId.parse((await pay(byHeader, {}, { headers })).json).data.id).toBe(one);
  });

  it("may be one of several, and the order says what is owed", async () => {
    const orderId = await placeOrder(dialect, goods.lamp);
    const owed = async () => (await readOrder(orderId)).meta.display_price.balance_owing.amount;
    await pay(orderId, {
      amount: 1000,
      paymentmethod_meta: { name: "Cash", custom_reference: "till 1" },
    });
    expect(await owed()).toBe(4499);
    expect(await readOrder(orderId)).toMatchObject({
      status: "incomplete",
      payment: "partially_paid",
    });
    await pay(orderId, {
      gateway: "stripe",
      method: "authorize",
      amount: 4000,
      payment: "pm_card_visa",
    });
    await pay(orderId, { gateway: "stripe_connect", payment: "pm_card_visa" });
    expect(await owed()).toBe(0);
    expect(await readOrder(orderId)).toMatchObject({ status: "processing" });

    const list = answers.all(answers.transactionSchema);
    const { data } = await dialect.read(list, "GET", `/v2/orders/${orderId}/transactions`);
    expect(data.map(({ gateway, amount }) => [gateway, amount])).toEqual([
      ["manual", 1000],
      ["stripe", 4000],
      ["stripe_connect", 499],
    ]);
    expect(data[0]).toMatchObject({
      name: "Cash",
      custom_reference: "till 1",
      reference: "till 1",
    });
    await change(orderId, data[1]?.id ?? "", "capture");
    expect(await readOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("that is declined says why in the gateway's words, and the order can still be paid", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const declined = await pay(orderId, { gateway: "stripe", payment: "pm_card_chargeDeclined" });
    expect(declined).toMatchObject({
      status: 400,
      json: {
        errors: [
          {
            title: "Payment gateway processing failed",
            detail: "Your card was declined.",
            meta: { error: { message: "Your card was declined." } },
          },
        ],
      },
    });
    expect((await pay(orderId, { gateway: "stripe", payment: "pm_card_visa" })).status).toBe(200);
  });

  it("that waits for a bank gives way to another card", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const waiting = await pay(orderId, {
      gateway: "stripe",
      payment: "pm_card_threeDSecureRequired",
    });
    expect((await pay(orderId, { gateway: "stripe", payment: "pm_card_visa" })).status).toBe(200);
    const { id } = transaction.parse(waiting.json).data;
    const path = `/v2/orders/${orderId}/transactions/${id}`;
    expect((await dialect.read(transaction, "GET", path)).data.status).toBe("cancelled");
  });

  it("takes whole units of a currency without smaller ones", async () => {
    const ref = newId();
    await add(ref, product(goods.mug), { "X-MOLTIN-CURRENCY": "JPY" });
    const { id } = orderOf(await checkout(ref));
    const { json } = await pay(id, { gateway: "stripe", payment: "pm_card_visa" });
    const { data } = transaction.parse(json);
    expect(data).toMatchObject({ amount: 3600, meta: { display_price: { formatted: "¥3,600" } } });
    const intent = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${data.reference}`, {
      headers: { Authorization: "Bearer sk_test_sandbox" },
    });
    expect(await intent.json()).toMatchObject({ amount_received: 3600, currency: "jpy" });
  });
});

describe("a code", () => {
  it("with one use left is used by one order, and free orders need no payment", async () => {
    const free = { code: "FREE", name: "Free", takes: { basisPoints: 10_000 }, usageLimit: 1 };
    await createPromotion(free);
    const refs = [newId(), newId()];
    for (const ref of refs) {
      await add(ref, [product(goods.mug), { type: "promotion_item", code: "FREE" }]);
    }
    const made = await Promise.all(refs.map((ref) => checkout(ref)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const won = order.parse(made.find(({ status }) => status === 201)?.json).data;
    expect(won).toMatchObject({ status: "complete", payment: "paid" });
    expect(won.meta.display_price.discount).toMatchObject({ amount: -1800, formatted: "-$18.00" });
  });
});

describe("a cart", () => {
  it("begins anew when its week is over", async () => {
    const ref = newId();
    await add(ref, product(goods.mug));
    const db = await database();
    await db.cart.update({ where: { ref }, data: { expiresAt: new Date(0) } });
    const read = await dialect.read(answers.one(answers.cartSchema), "GET", `/v2/carts/${ref}`);
    const { created_at, expires_at } = read.data.meta.timestamps;
    expect(Date.parse(expires_at) - Date.parse(created_at)).toBeGreaterThan(6.9 * 86_400_000);
    expect((await dialect.read(items, "GET", `/v2/carts/${ref}/items`)).data).toEqual([]);
  });

  it("has a name, and whatever else a program calls it", async () => {
    const data = { name: "Gifts", description: "For Ada", custom_attributes: { table: 4 } };
    const made = await dialect.read(withId, "POST", "/v2/carts", { body: { data } });
    const path = `/v2/carts/${made.data.id}`;
    const renamed = await dialect.read(z.unknown(), "PUT", path, {
      body: { data: { name: "Toys" } },
    });
    expect(renamed).toMatchObject({ data: { name: "Toys", description: "For Ada" } });
  });
});
