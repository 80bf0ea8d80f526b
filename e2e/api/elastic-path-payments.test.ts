import { describe, expect, it } from "vitest";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { buyer, placeOrder, withId } from "./elastic-path-fixture";
import { openShop, orderAnswer, orderOf, product, transactionAnswer } from "./elastic-path-shop";

const transactionOf = ({ json }: { json: unknown }) => transactionAnswer.parse(json).data;

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

  it("is captured and refunded once for one key, and another request with that key is refused", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const held = await shop.pay(orderId, {
      gateway: "stripe",
      method: "authorize",
      payment: "pm_card_visa",
    });
    const { id } = transactionAnswer.parse(held.json).data;
    const path = `/v2/orders/${orderId}/transactions/${id}`;
    const send = (verb: string, key: string, body?: unknown) => {
      const headers = { "Idempotency-Key": key };
      return dialect.ask("POST", `${path}/${verb}`, { token: dialect.backend, headers, body });
    };
    const captures = await Promise.all(Array.from({ length: 5 }, () => send("capture", "c")));
    expect(captures.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(captures.every(({ status }) => [200, 409].includes(status))).toBe(true);
    expect((await send("capture", "c")).status).toBe(200);

    const part = { data: { amount: 100 } };
    expect((await send("refund", "r", part)).status).toBe(200);
    const again = await send("refund", "r", part);
    expect(again.json).toMatchObject({ data: { refunded_amount: 100 } });
    expect((await send("refund", "r", { data: { amount: 101 } })).status).toBe(422);
    const inBody = { data: { amount: 50, options: { idempotency_key: "body" } } };
    await send("refund", "", inBody);
    expect((await send("refund", "", inBody)).json).toMatchObject({
      data: { refunded_amount: 150 },
    });
  });

  it("that was captured in part, with the rest let go of, is all that its order costs", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const hold = { gateway: "stripe", method: "authorize", payment: "pm_card_visa" };
    const { id } = transactionOf(await shop.pay(orderId, hold));
    await shop.change(orderId, id, "capture", { data: { amount: 1000 } });
    expect(await shop.order(orderId)).toMatchObject({
      status: "processing",
      payment: "authorized",
    });
    await shop.change(orderId, id, "cancel");
    expect(await shop.order(orderId)).toMatchObject({
      status: "complete",
      payment: "paid",
      meta: { display_price: { paid: { amount: 1000 }, balance_owing: { amount: 0 } } },
    });
    // Nobody is asked to pay what nobody may pay.
    expect((await shop.pay(orderId, {})).status).toBeGreaterThanOrEqual(400);
    const found = async (filter: string) => {
      const orders = answers.listed(answers.orderSchema);
      const path = `/v2/orders?filter=${filter}:eq(email,${buyer.email})`;
      return (await dialect.read(orders, "GET", path)).data.some((order) => order.id === orderId);
    };
    expect(await found("eq(status,complete):eq(payment,paid)")).toBe(true);
    for (const other of ["eq(status,processing)", "eq(status,incomplete)"]) {
      expect(await found(other)).toBe(false);
    }
    for (const other of ["eq(payment,partially_paid)", "eq(payment,authorized)"]) {
      expect(await found(other)).toBe(false);
    }
    const body = { data: { type: "order", shipping: "fulfilled" } };
    const { data } = await dialect.read(orderAnswer, "PUT", `/v2/orders/${orderId}`, { body });
    expect(data).toMatchObject({ status: "complete", shipping: "fulfilled" });
  });

  it("that was taken elsewhere says so, and goes back elsewhere", async () => {
    const orderId = await placeOrder(dialect, shop.goods.mug);
    const { id } = transactionOf(await shop.pay(orderId, { method: "authorize" }));
    const said = { data: { capture_mechanism: "manual", custom_reference: "bank 7" } };
    expect(await shop.change(orderId, id, "capture", said)).toMatchObject({
      transaction_type: "capture",
      capture_mechanism: "manual",
      custom_reference: "bank 7",
      reference: "manual",
    });
    const path = `/v2/orders/${orderId}/transactions/${id}/refund`;
    const ask = { token: dialect.backend, body: { data: { amount: 1 } } };
    expect(await dialect.ask("POST", path, ask)).toMatchObject({
      status: 400,
      json: {
        errors: [
          {
            title: "Error while refunding",
            detail: "Unable to automatically refund a manually capture transaction ",
          },
        ],
      },
    });
    const marked = await shop.change(orderId, id, "refund");
    expect(marked).toMatchObject({ refund_mechanism: "manual", refunded_amount: 1800 });

    const other = await placeOrder(dialect, shop.goods.mug);
    const card = { gateway: "stripe", method: "authorize", payment: "pm_card_visa" };
    const held = transactionOf(await shop.pay(other, card));
    const taken = `/v2/orders/${other}/transactions/${held.id}/capture`;
    const refused = await dialect.ask("POST", taken, { token: dialect.backend, body: said });
    expect(refused.status, "what a gateway holds is captured at the gateway").toBe(422);
    expect(await shop.order(other)).toMatchObject({ payment: "authorized" });
  });
});
