import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { findOrders } from "@/lib/orders/queries";
import { buyer } from "./elastic-path-fixture";
import { openShop, orderOf, product, transactionAnswer } from "./elastic-path-shop";

/** Payments that begin in the cart, before anybody says who its order is for. */
const shop = openShop();
const { dialect } = shop;

const begun = z.object({
  data: z.looseObject({ payment_intent_id: z.string() }),
  meta: z.object({
    payment_intent: z.looseObject({ id: z.string(), client_secret: z.string() }),
  }),
});

const data = { gateway: "elastic_path_payments_stripe", method: "purchase" };

async function begin(ref: string, intentId?: string) {
  const path = `/v2/carts/${ref}/payments${intentId === undefined ? "" : `/${intentId}`}`;
  const ask = { token: dialect.shopper, body: { data } };
  return dialect.read(begun, intentId === undefined ? "POST" : "PUT", path, ask);
}

/** What Stripe.js does when the shopper has filled in a card. */
async function payInBrowser({ id, client_secret }: { id: string; client_secret: string }) {
  const response = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${id}/confirm`, {
    method: "POST",
    headers: { Authorization: "Bearer pk_test_sandbox" },
    body: new URLSearchParams({
      client_secret,
      payment_method: "pm_card_visa",
      return_url: "https://shop.example.com/return",
    }),
  });
  return response.status;
}

const intentOf = async (id: string) => {
  const headers = { Authorization: "Bearer sk_test_sandbox" };
  const response = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${id}`, { headers });
  return z.looseObject({ status: z.string(), amount: z.number() }).parse(await response.json());
};

const confirm = async (orderId: string) => {
  const path = `/v2/orders/${orderId}/confirm`;
  return dialect.read(transactionAnswer, "POST", path, { token: dialect.shopper });
};

describe("a payment that begins in the cart", () => {
  it("is the order's that is checked out afterwards, and is confirmed by the order", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug, 2));
    const { data: cart, meta } = await begin(ref);
    expect(cart.payment_intent_id).toBe(meta.payment_intent.id);
    expect((await begin(ref)).meta.payment_intent.id, "asked again").toBe(meta.payment_intent.id);
    expect((await shop.cart(ref)).data).toMatchObject({
      payment_intent_id: meta.payment_intent.id,
    });
    expect(await intentOf(meta.payment_intent.id)).toMatchObject({ amount: 3600 });
    const filter = "filter=eq(status,incomplete)";
    const list = await dialect.read(
      z.looseObject({ data: z.array(z.unknown()) }),
      "GET",
      `/v2/orders?${filter}`,
    );
    expect(list.data, "it is no order before its checkout").toEqual([]);

    const order = orderOf(await shop.checkout(ref, { order_number: "C-1" }));
    expect(order).toMatchObject({
      payment_intent_id: meta.payment_intent.id,
      customer: buyer,
      order_number: "C-1",
      status: "incomplete",
    });
    expect((await confirm(order.id)).data).toMatchObject({ status: "pending" });
    expect(await payInBrowser(meta.payment_intent)).toBe(200);
    expect((await confirm(order.id)).data).toMatchObject({ status: "complete", amount: 3600 });
    expect(await shop.order(order.id)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("and is paid before the checkout is still the payment of that order", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const { meta } = await begin(ref);
    await payInBrowser(meta.payment_intent);
    // Whatever hears of it first: here another request for the same payment.
    await dialect.ask("POST", `/v2/carts/${ref}/payments`, {
      token: dialect.shopper,
      body: { data },
    });
    const order = orderOf(await shop.checkout(ref));
    expect(order).toMatchObject({ payment_intent_id: meta.payment_intent.id, customer: buyer });
    await confirm(order.id);
    expect(await shop.order(order.id)).toMatchObject({ status: "complete", payment: "paid" });
    const again = await shop.checkout(ref);
    expect(again.status === 201 ? orderOf(again).id : order.id).toBe(order.id);
  });

  it("for what the cart was before gives way, and cannot be paid any more", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const first = (await begin(ref)).meta.payment_intent;
    await shop.add(ref, product(shop.goods.mug));
    const second = (await begin(ref, first.id)).meta.payment_intent;
    expect(second.id).not.toBe(first.id);
    expect(await intentOf(first.id)).toMatchObject({ status: "canceled" });
    expect(await intentOf(second.id)).toMatchObject({ amount: 3600 });
    const { id } = orderOf(await shop.checkout(ref));
    await payInBrowser(second);
    expect((await confirm(id)).data).toMatchObject({ status: "complete", amount: 3600 });
  });

  it("is given up when its cart is told so", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const { id } = (await begin(ref)).meta.payment_intent;
    const body = { data: { payment_intent_id: "" } };
    await dialect.read(z.unknown(), "PUT", `/v2/carts/${ref}`, { token: dialect.shopper, body });
    expect(await intentOf(id)).toMatchObject({ status: "canceled" });
    expect((await shop.cart(ref)).data).not.toHaveProperty("payment_intent_id");
    const order = orderOf(await shop.checkout(ref));
    expect((await shop.pay(order.id, {})).status).toBe(200);
  });

  it("needs something to pay, and a payment of this very cart", async () => {
    const ask = { token: dialect.shopper, body: { data } };
    const empty = await dialect.ask("POST", `/v2/carts/${newId()}/payments`, ask);
    expect(empty.status).toBe(400);
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const foreign = await dialect.ask("PUT", `/v2/carts/${ref}/payments/pi_123`, ask);
    expect(foreign.status).toBe(404);
    const { id } = orderOf(await shop.checkout(ref));
    const nothing = await dialect.ask("POST", `/v2/orders/${id}/confirm`, ask);
    expect(nothing.status).toBe(422);
  });
});

describe("a payment that is set up", () => {
  it.each(["purchase_setup", "authorize_setup"])("waits for the shopper: %s", async (method) => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const { id } = orderOf(await shop.checkout(ref));
    const set = await shop.pay(id, { gateway: "stripe", method });
    const { data: tx } = transactionAnswer.parse(set.json);
    expect(tx).toMatchObject({ status: "pending", transaction_type: method.replace("_", "-") });
    await payInBrowser(
      z.object({ id: z.string(), client_secret: z.string() }).parse(tx.payment_intent),
    );
    const done = await shop.change(id, tx.id, "confirm");
    expect(done).toMatchObject({
      status: "complete",
      transaction_type: method.replace("_setup", ""),
    });
  });
});

it("an order that waits for its checkout is in no list of the merchant's either", async () => {
  const ref = newId();
  await shop.add(ref, product(shop.goods.lamp));
  const before = (await findOrders({})).total;
  await begin(ref);
  expect((await findOrders({})).total).toBe(before);
  await shop.checkout(ref);
  expect((await findOrders({})).total).toBe(before + 1);
});
