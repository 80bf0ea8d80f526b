import { describe, expect, it } from "vitest";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { buyer, placeOrder, withId } from "./elastic-path-fixture";
import { openShop, orderOf, product, transactionAnswer } from "./elastic-path-shop";

/** What a payment through the dialect promises. */
const shop = openShop();
const { dialect } = shop;

describe("a payment", () => {
  it("is made once however many ask at once", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.pay(orderId, { gateway: "stripe", payment: "tok_visa" }),
      ),
    );
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await shop.order(orderId)).toMatchObject({ payment: "paid" });
  });

  it("is replayed with its key, and another request with that key is refused", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const key = { options: { idempotency_key: "once" } };
    const first = await shop.pay(orderId, key);
    expect(transactionAnswer.parse((await shop.pay(orderId, key)).json)).toEqual(
      transactionAnswer.parse(first.json),
    );
    expect((await shop.pay(orderId, { ...key, method: "authorize" })).status).toBe(422);

    const byHeader = await placeOrder(dialect, shop.goods.mug);
    const headers = { "Idempotency-Key": "twice" };
    const one = withId.parse((await shop.pay(byHeader, {}, { headers })).json).data.id;
    expect(withId.parse((await shop.pay(byHeader, {}, { headers })).json).data.id).toBe(one);
  });

  it("may be one of several, and the order says what is owed", async () => {
    const orderId = await placeOrder(dialect, shop.goods.lamp);
    const owed = async () => (await shop.order(orderId)).meta.display_price.balance_owing.amount;
    await shop.pay(orderId, {
      amount: 1000,
      paymentmethod_meta: { name: "Cash", custom_reference: "till 1" },
    });
    expect(await owed()).toBe(4499);
    expect(await shop.order(orderId)).toMatchObject({
      status: "incomplete",
      payment: "partially_paid",
    });
    await shop.pay(orderId, {
      gateway: "stripe",
      method: "authorize",
      amount: 4000,
      payment: "pm_card_visa",
    });
    await shop.pay(orderId, { gateway: "stripe_connect", payment: "pm_card_visa" });
    expect(await owed()).toBe(0);
    expect(await shop.order(orderId)).toMatchObject({
      status: "processing",
      payment: "authorized",
    });
    const found = async (filter: string) => {
      const orders = answers.listed(answers.orderSchema);
      const path = `/v2/orders?filter=${filter}:eq(email,${buyer.email})`;
      return (await dialect.read(orders, "GET", path)).data.some(({ id }) => id === orderId);
    };
    expect(await found("eq(status,processing):eq(payment,authorized)")).toBe(true);
    expect(await found("eq(payment,partially_paid)")).toBe(false);

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
    await shop.change(orderId, data[1]?.id ?? "", "capture");
    expect(await shop.order(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("that is declined says why in the gateway's words, and the order can still be paid", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const declined = await shop.pay(orderId, {
      gateway: "stripe",
      payment: "pm_card_chargeDeclined",
    });
    expect(declined).toMatchObject({
      status: 400,
      json: {
        errors: [
          {
            title: "Payment gateway processing failed",
            detail: "Your card was declined.",
            meta: {
              error: {
                type: "card_error",
                code: "card_declined",
                message: "Your card was declined.",
                doc_url: expect.stringContaining("card-declined"),
              },
            },
          },
        ],
      },
    });
    expect(await shop.order(orderId)).not.toHaveProperty("payment_intent_id");
    expect((await shop.pay(orderId, { gateway: "stripe", payment: "pm_card_visa" })).status).toBe(
      200,
    );
    expect(await shop.order(orderId)).toMatchObject({
      payment_intent_id: expect.stringMatching(/^pi_/),
    });
  });

  it("that waits for a bank gives way to another card", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const waiting = await shop.pay(orderId, {
      gateway: "stripe",
      payment: "pm_card_threeDSecureRequired",
    });
    expect((await shop.pay(orderId, { gateway: "stripe", payment: "pm_card_visa" })).status).toBe(
      200,
    );
    const { id } = transactionAnswer.parse(waiting.json).data;
    const path = `/v2/orders/${orderId}/transactions/${id}`;
    expect((await dialect.read(transactionAnswer, "GET", path)).data.status).toBe("cancelled");
  });

  it("takes whole units of a currency without smaller ones", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug), { "X-MOLTIN-CURRENCY": "JPY" });
    const { id } = orderOf(await shop.checkout(ref));
    const { json } = await shop.pay(id, { gateway: "stripe", payment: "pm_card_visa" });
    const { data } = transactionAnswer.parse(json);
    expect(data).toMatchObject({ amount: 3600, meta: { display_price: { formatted: "¥3,600" } } });
    const intent = await fetch(`${dialect.sandbox.url}/v1/payment_intents/${data.reference}`, {
      headers: { Authorization: "Bearer sk_test_sandbox" },
    });
    expect(await intent.json()).toMatchObject({ amount_received: 3600, currency: "jpy" });
  });
});
