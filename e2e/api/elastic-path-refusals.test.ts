import { describe, expect, it } from "vitest";
import { errorsSchema } from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { startDialect, type Ask } from "./elastic-path-fixture";
import { keepWorld, refusalOf } from "./elastic-path-world";

/** Requests that are well formed and must be refused all the same; nothing changes by any of them. */
const dialect = startDialect();
const world = keepWorld(dialect);

async function expectRefusal(method: string, path: string, ask: Ask, ...statuses: number[]) {
  const errors = await refusalOf(dialect, { method, path, ask, statuses });
  expect(errors).not.toEqual([]);
  return errors;
}

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

describe("a cart", () => {
  const add = (data: unknown, ...statuses: number[]) => {
    const ask = { token: dialect.shopper, body: { data } };
    return expectRefusal("POST", `/v2/carts/${newId()}/items`, ask, ...statuses);
  };

  it("says what it cannot add", async () => {
    const [missing] = await add({ type: "cart_item", id: newId(), quantity: 1 }, 404);
    expect(missing).toMatchObject({ title: "Product not found", meta: { id: expect.any(String) } });
    const [many] = await add({ type: "cart_item", id: world.productId, quantity: 9999 * 11 }, 400);
    expect(many).toMatchObject({
      title: "Insufficient stock",
      detail: "There is not enough stock to add Mug to your cart",
      meta: { id: world.productId, sku: expect.any(String) },
    });
    const [code] = await add({ type: "promotion_item", code: "NONE" }, 422);
    expect(code).toMatchObject({
      title: "Could not apply EP promotion with the given code",
      meta: { code: "NONE", ids: [] },
    });
    const id = newId();
    const ask = { token: dialect.shopper, body: { data: { quantity: 2 } } };
    const [item] = await expectRefusal("PUT", `/v2/carts/${newId()}/items/${id}`, ask, 404);
    expect(item).toMatchObject({
      title: "Not Found",
      detail: "Item was not found in the cart",
      meta: { id, ids: [id] },
    });
    const custom = { type: "custom_item", name: "Gift", quantity: 1 };
    await add({ ...custom, price: { amount: -1 } }, 400);
    await add({ ...custom, price: { amount: 0.5 } }, 400);
    await add({ type: "order_items", order_id: world.paid.orderId }, 403);
  });

  it("is not checked out empty, by an unknown customer, or to nowhere", async () => {
    const checkout = async (ref: string, data: unknown, ...statuses: number[]) => {
      const ask = { token: dialect.shopper, body: { data } };
      return expectRefusal("POST", `/v2/carts/${ref}/checkout`, ask, ...statuses);
    };
    const address = { first_name: "A", last_name: "B", line_1: "1", postcode: "1", country: "US" };
    const customer = { name: "A", email: "a@example.com" };
    const [place] = await checkout(newId(), { customer, billing_address: address }, 400);
    expect(place).toMatchObject({ source: "data.billing_address.county" });
    const billing_address = { ...address, region: "OR" };
    await checkout(newId(), { customer, billing_address }, 400);
    await checkout(newId(), { customer: { id: newId() }, billing_address }, 403);
    const asked = { customer: { id: newId() }, billing_address };
    const trusted = { token: dialect.backend, body: { data: asked } };
    await expectRefusal("POST", `/v2/carts/${newId()}/checkout`, trusted, 404);
    const [email] = await checkout(
      newId(),
      { customer: { name: "A", email: "x" }, billing_address },
      400,
    );
    expect(email).toMatchObject({ title: "format", source: "data.customer.email" });
  });

  it("refuses currencies that are not sold in", async () => {
    expect.hasAssertions();
    for (const currency of ["XXX", "XAF", "🙂", "' OR 1=1"]) {
      const headers = { "X-MOLTIN-CURRENCY": encodeURIComponent(currency) };
      await expectRefusal("GET", `/v2/carts/${newId()}`, { token: dialect.shopper, headers }, 400);
    }
  });
});

describe("a token", () => {
  const grant = async (fields: Record<string, string>) => {
    const response = await fetch(`${dialect.origin}/oauth/access_token`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    errorsSchema.parse(await response.json());
    return response.status;
  };

  it("is not given to whoever cannot say who they are", async () => {
    const client_id = "demo-backend";
    const grant_type = "client_credentials";
    expect(await grant({ grant_type, client_id, client_secret: "wrong" })).toBe(401);
    expect(await grant({ grant_type, client_id: "nobody", client_secret: "x" })).toBe(401);
    expect(await grant({ grant_type, client_id: "demo-storefront", client_secret: "x" })).toBe(401);
    expect(await grant({ grant_type: "implicit", client_id: "nobody" })).toBe(401);
    expect(await grant({ grant_type, client_id })).toBe(400);
    expect(await grant({ grant_type: "password", client_id })).toBe(400);
    expect(await grant({})).toBe(400);
    expect(await grant({ grant_type: "implicit", client_id: "a\u0000b" })).toBe(400);
  });
});

describe("an address that is no endpoint", () => {
  it("is answered in the same words", async () => {
    expect.hasAssertions();
    await expectRefusal("GET", "/v2/nothing/here", {}, 404);
    await expectRefusal("POST", "/v2/nothing", {}, 404);
  });
});
