import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId, newToken } from "@/lib/ids";
import { keepCard, listCards } from "@/lib/payments/wallet/cards";
import { walletOf } from "@/lib/shoppers/wallet-of";
import { withId } from "./elastic-path-fixture";
import { customersOf, from, newWho, password } from "./elastic-path-customers";
import { openShop, orderOf } from "./elastic-path-shop";

/** What a signed-in customer sees, and how long. */
const shop = openShop();
const { dialect } = shop;

const { newCustomer, tokenOf, as, checkout, statusOf } = customersOf(shop);
const orderList = answers.listed(answers.orderSchema);

describe("a customer's token", () => {
  it("opens nothing of another customer's", async () => {
    const [ada, bob] = [await newCustomer(), await newCustomer()];
    const order = orderOf(await checkout(as(bob.token), { id: bob.id }));
    const ask = as(ada.token);
    for (const [method, path, status] of [
      ["GET", `/v2/customers/${bob.id}`, 403],
      ["PUT", `/v2/customers/${bob.id}`, 403],
      ["DELETE", `/v2/customers/${bob.id}`, 403],
      ["GET", `/v2/customers/${bob.id}/addresses`, 403],
      ["GET", `/v2/orders/${order.id}`, 404],
      ["GET", `/v2/orders/${order.id}/items`, 404],
      ["GET", `/v2/orders/${order.id}/shipping-groups`, 404],
      ["PUT", `/v2/orders/${order.id}`, 403],
      ["GET", `/v2/orders/${order.id}/transactions`, 403],
    ] as const) {
      const body = method === "PUT" ? { data: {} } : undefined;
      const seen = await statusOf(method, path, { ...ask, body });
      expect({ method, path, status: seen }).toEqual({ method, path, status });
    }
    const list = await dialect.read(orderList, "GET", "/v2/orders", ask);
    expect(list.meta.results.total).toBe(0);
    const filter = `/v2/orders?filter=eq(customer_id,${bob.id})`;
    expect((await dialect.read(orderList, "GET", filter, ask)).data).toEqual([]);
    expect((await dialect.read(orderList, "GET", filter)).data).toHaveLength(1);
    const everybody = answers.listed(answers.customerSchema);
    const seen = await dialect.read(everybody, "GET", "/v2/customers", ask);
    expect(seen.data.map(({ id }) => id)).toEqual([ada.id]);
    expect((await checkout(ask, { id: bob.id })).status).toBe(403);
    expect((await checkout({ token: dialect.shopper }, { id: bob.id })).status).toBe(403);
    const body = { data: [{ type: "customer", id: bob.id }] };
    const path = `/v2/carts/${newId()}/relationships/customers`;
    expect(await statusOf("POST", path, as(ada.token, body))).toBe(403);
    const item = { data: { type: "order_items", order_id: order.id } };
    expect(await statusOf("POST", `/v2/carts/${newId()}/items`, as(ada.token, item))).toBe(404);
    expect(await statusOf("POST", `/v2/carts/${newId()}/items`, as(bob.token, item))).toBe(201);
  });

  it("narrows what a program with a secret sees", async () => {
    const ada = await newCustomer();
    await checkout({ token: dialect.shopper }, { name: "Guest", email: "guest@example.com" });
    const headers = { "X-MOLTIN-CUSTOMER-TOKEN": ada.token };
    const list = await dialect.read(orderList, "GET", "/v2/orders", { headers });
    expect(list.data).toEqual([]);
    const bare = await dialect.ask("GET", "/v2/carts", { token: dialect.backend });
    expect(bare.status).toBe(403);
  });

  it("is over after its time, after another password, and with its account", async () => {
    const ada = await newCustomer();
    const path = `/v2/customers/${ada.id}`;
    const second = await tokenOf(ada);
    const change = { data: { password: "another pass phrase" } };
    expect(await statusOf("PUT", path, as(second, change))).toBe(200);
    expect(await statusOf("GET", path, as(ada.token))).toBe(403);
    expect(await statusOf("GET", path, as(second))).toBe(200);
    const db = await database();
    const past = new Date(Date.now() - 1000);
    await db.shopperSession.updateMany({ where: { token: second }, data: { expiresAt: past } });
    expect(await statusOf("GET", path, as(second))).toBe(403);
    const third = await tokenOf({ ...ada, password: "another pass phrase" });
    const order = orderOf(await checkout(as(third), { name: "Ada", email: "other@example.com" }));
    const wallet = { ...walletOf(ada), paymentMethodRef: "pm_card_visa" };
    await keepCard({ ...wallet, consent: "Yes.", actor: "shopper" });
    expect(await statusOf("DELETE", path, as(third))).toBe(204);
    expect(await listCards(wallet)).toEqual([]);
    expect(await statusOf("GET", path, as(third))).toBe(403);
    expect(await statusOf("GET", path, { token: dialect.backend })).toBe(404);
    const left = await shop.order(order.id);
    expect(left.relationships["customer"]).toBeUndefined();
  });

  it("shows a guest's orders only when the address is confirmed", async () => {
    const email = `${newToken()}@example.com`.toLowerCase();
    const order = orderOf(await checkout({ token: dialect.shopper }, { name: "Ada", email }));
    const headers = from();
    const body = { data: { ...newWho(), email } };
    const made = await dialect.read(withId, "POST", "/v2/customers", { body, headers });
    const token = await tokenOf({ email, password });
    const seen = async () =>
      (await dialect.read(orderList, "GET", "/v2/orders", as(token))).data.map(({ id }) => id);
    expect(await seen()).toEqual([]);
    expect(await statusOf("GET", `/v2/orders/${order.id}`, as(token))).toBe(404);
    const db = await database();
    await db.shopper.update({ where: { id: made.data.id }, data: { emailVerified: true } });
    expect(await seen()).toEqual([order.id]);
    const other = { data: { email: `${newToken()}@example.com` } };
    expect(await statusOf("PUT", `/v2/customers/${made.data.id}`, as(token, other))).toBe(200);
    expect(await seen()).toEqual([]);
  });
});
