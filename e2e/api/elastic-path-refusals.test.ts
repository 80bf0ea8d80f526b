import { describe, expect, it } from "vitest";
import { startDialect } from "./elastic-path-fixture";
import { keepWorld, refusing } from "./elastic-path-world";

/** Requests that are well formed and must be refused all the same; nothing changes by any of them. */
const dialect = startDialect();
const world = keepWorld(dialect);

const expectRefusal = refusing(dialect);

describe("a payment", () => {
  const pay = (data: unknown, ...statuses: number[]) =>
    expectRefusal(
      "POST",
      `/v2/orders/${world.unpaid}/payments`,
      { token: dialect.shopper, body: { data } },
      ...statuses,
    );
  const right = { gateway: "stripe", method: "purchase", payment: "pm_card_visa" };

  it.each([0, -1, 1.5, "100", null, 1e12, 1_801, true, [1], "1e2"])(
    "of the amount %j is refused",
    async (amount) => {
      expect.hasAssertions();
      await pay({ ...right, amount }, 400, 422);
    },
  );

  it.each([
    ["an unknown gateway", { gateway: "paypall" }],
    ["a gateway that is not here", { gateway: "adyen" }],
    ["a gateway's name from JavaScript", { gateway: "constructor" }],
    ["an unknown method", { method: "steal" }],
    ["nothing to be set up", { gateway: "manual", payment: undefined, method: "purchase_setup" }],
    ["no payment method", { payment: undefined }],
    ["a card number for a payment method", { payment: "4242424242424242" }],
    ["a source without its customer", { payment: "src_123" }],
    ["another currency", { currency: "EUR" }],
    ["a receipt for nobody", { options: { receipt_email: "nobody" } }],
    ["a payment method for offline money", { gateway: "manual" }],
  ])("with %s is refused", async (_, change) => {
    expect.hasAssertions();
    await pay({ ...right, ...change }, 400, 422);
  });

  it("with card details is refused, and they are not repeated", async () => {
    const card = {
      number: "4242424242424242",
      month: "12",
      year: "2030",
      verification_value: "123",
    };
    const errors = await pay({ ...right, payment: undefined, ...card, first_name: "Ada" }, 400);
    expect(JSON.stringify(errors)).not.toContain("4242424242424242");
    expect(errors[0]?.detail).toContain("never accepted");
  });

  it("of an order that is paid or held already is refused", async () => {
    expect.hasAssertions();
    for (const { orderId } of [world.paid, world.held]) {
      const ask = { token: dialect.shopper, body: { data: right } };
      await expectRefusal("POST", `/v2/orders/${orderId}/payments`, ask, 422);
    }
  });
});

describe("a transaction", () => {
  const change = (
    which: { orderId: string; transactionId: string },
    verb: string,
    data: unknown,
    ...statuses: number[]
  ) => {
    const path = `/v2/orders/${which.orderId}/transactions/${which.transactionId}/${verb}`;
    return expectRefusal("POST", path, { token: dialect.backend, body: { data } }, ...statuses);
  };

  it.each(["capture", "cancel", "confirm", "refund"])(
    "of another order is not found: %s",
    async (verb) => {
      expect.hasAssertions();
      const foreign = { orderId: world.unpaid, transactionId: world.held.transactionId };
      await change(foreign, verb, {}, 404);
    },
  );

  it("is changed only as its state allows", async () => {
    await change(world.paid, "capture", {}, 422);
    await change(world.paid, "cancel", {}, 422);
    const [error] = await change(world.held, "refund", { amount: 1 }, 422);
    expect(error).toMatchObject({
      title: "Unprocessable Entity",
      detail: "Transaction cannot be refunded in its current state",
    });
    await change(world.held, "refund", {}, 422);
  });

  it.each([0, -1, 1.5, "1", 5_500, 1e12, null])("is not refunded %j", async (amount) => {
    expect.hasAssertions();
    await change(world.paid, "refund", { amount }, 400, 422);
  });
});

describe("an order", () => {
  const update = (orderId: string, data: unknown, ...statuses: number[]) =>
    expectRefusal(
      "PUT",
      `/v2/orders/${orderId}`,
      { token: dialect.backend, body: { data } },
      ...statuses,
    );

  it("is not fulfilled before it is paid, nor set to what only payments decide", async () => {
    expect.hasAssertions();
    await update(world.unpaid, { shipping: "fulfilled" }, 422);
    await update(world.unpaid, { status: "complete" }, 400);
    await update(world.unpaid, { payment: "paid" }, 400);
    await update(world.unpaid, { status: "cancelled", shipping: "fulfilled" }, 400);
  });

  it("is not anonymized while it is under way", async () => {
    const body = { data: { order_ids: [world.unpaid] } };
    const ask = { token: dialect.backend, body };
    const [error] = await expectRefusal("POST", "/v2/orders/anonymize", ask, 422);
    expect(error).toMatchObject({
      title: "Could not anonymize orders",
      detail: expect.stringContaining("order:incomplete, payment:unpaid, shipping:unfulfilled"),
    });
  });
});
