import { describe, expect, it } from "vitest";
import { errorsSchema } from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { startDialect } from "./elastic-path-fixture";
import { keepWorld, refusing } from "./elastic-path-world";

/** Carts and strangers that are refused; nothing changes by any of them. */
const dialect = startDialect();
const world = keepWorld(dialect);

const expectRefusal = refusing(dialect);

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
