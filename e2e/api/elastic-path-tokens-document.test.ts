import { beforeAll, describe, expect, it } from "vitest";
import { curl, sdk, states } from "./elastic-path-examples";
import { addGoods, placeOrder, startDialect, withId, type Goods } from "./elastic-path-fixture";

/**
 * Every example of `moltin-stripe-tokens-and-manual-gateway.md`, as it is written there but for the host and the ids. `curl -d`
 * sends JSON as a form, and one example has a comma too many: both are kept.
 */
const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

describe("Stripe tokens and sources, and manual payments", () => {
  it("curl: pays with a token", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const { status, json } = await curl(
      dialect,
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      `{
  "data": {
    "gateway": "stripe",
    "method": "purchase",
    "payment": "tok_visa"
  }
}`,
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({
      data: {
        type: "transaction",
        gateway: "stripe",
        amount: 1800,
        "transaction-type": "purchase",
        transaction_type: "purchase",
        status: "complete",
      },
    });
    expect(await states(dialect, orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: pays with a token", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk(dialect, { client_id: "demo-storefront" });
    await Moltin.Orders.Payment(orderId, {
      gateway: "stripe",
      method: "purchase",
      payment: "tok_visa",
    });
    expect(await states(dialect, orderId)).toEqual(["complete", "paid"]);
  });

  it("curl: authorizes offline, with a comma too many, and captures", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const { status, json } = await curl(
      dialect,
      `/v2/orders/${orderId}/payments`,
      dialect.shopper,
      `{
  "data": {
    "gateway": "manual",
    "method": "authorize",
  }
}`,
    );
    expect(status).toBe(200);
    expect(await states(dialect, orderId)).toEqual(["processing", "authorized"]);

    const { id } = withId.parse(json).data;
    const capture = `/v2/orders/${orderId}/transactions/${id}/capture`;
    const refused = await curl(dialect, capture, dialect.shopper);
    expect(refused.status).toBe(403);
    expect(await states(dialect, orderId)).toEqual(["processing", "authorized"]);

    const captured = await curl(dialect, capture, dialect.backend);
    expect(captured.status).toBe(200);
    expect(captured.json).toMatchObject({
      data: { id, transaction_type: "capture", status: "complete" },
    });
    expect(await states(dialect, orderId)).toEqual(["complete", "paid"]);
  });

  it("SDK: authorizes offline", async () => {
    const orderId = await placeOrder(dialect, goods.mug);
    const Moltin = sdk(dialect, { client_id: "demo-storefront" });
    await Moltin.Orders.Payment(orderId, {
      gateway: "manual",
      method: "authorize",
    });
    expect(await states(dialect, orderId)).toEqual(["processing", "authorized"]);
  });
});
