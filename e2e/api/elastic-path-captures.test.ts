import { describe, expect, it } from "vitest";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { buyer, placeOrder } from "./elastic-path-fixture";
import { openShop, orderAnswer, transactionAnswer } from "./elastic-path-shop";

const transactionOf = ({ json }: { json: unknown }) => transactionAnswer.parse(json).data;

/** What becomes of a payment that was made. */
const shop = openShop();
const { dialect } = shop;

describe("a payment that was made", () => {
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
