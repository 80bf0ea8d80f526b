import { describe, expect, it } from "vitest";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId, newToken } from "@/lib/ids";
import { home } from "./elastic-path-fixture";
import { officialClients, page, refusedWith } from "./elastic-path-official-clients";
import {
  addressAnswer,
  customersOf,
  from,
  newWho,
  password,
  tokenAnswer,
} from "./elastic-path-customers";
import { openShop, orderAnswer, orderOf } from "./elastic-path-shop";

/** Accounts as the official clients make and use them: a page without a secret, and a shop's own program. */
const shop = openShop();
const { dialect } = shop;

const { newCustomer, as, checkout, statusOf } = customersOf(shop);
const orderList = answers.listed(answers.orderSchema);
const cartList = answers.listed(answers.cartSchema);

describe.each(officialClients(dialect))("$client", ({ open }) => {
  it("makes an account, signs in, keeps addresses, and sees its own orders and carts", async () => {
    const client = open(page);
    const who = newWho();
    const { data: made } = await client.Customers.Create({ type: "customer", ...who });
    expect(made).toMatchObject({ type: "customer", name: who.name, password: true });
    const signedIn = await client.Customers.TokenViaPassword(who.email, password);
    const { token, customer_id: id } = tokenAnswer.parse(signedIn).data;
    expect(id).toBe(made.id);
    const { data: own } = await client.Customers.Get(id, token);
    expect(own.email).toBe(who.email.toLowerCase());
    const { data: renamed } = await client.Customers.Update(id, { name: "Countess" }, token);
    expect(renamed.name).toBe("Countess");

    const kept = { ...home, name: "Home", phone_number: "555", instructions: "ring twice" };
    const book = { customer: id, token };
    const body = { type: "customer-address" as const, ...kept };
    const { data: address } = await client.CustomerAddresses.Create({ ...book, body });
    expect(address).toMatchObject(kept);
    const one = { ...book, address: address.id };
    const change = { ...body, id: address.id, line_1: "2 Difference Street" };
    const { data: moved } = await client.CustomerAddresses.Update({ ...one, body: change });
    expect(moved).toMatchObject({ ...kept, line_1: "2 Difference Street" });
    expect((await client.CustomerAddresses.All(book)).data).toHaveLength(1);
    await client.CustomerAddresses.Delete(one);
    expect((await client.CustomerAddresses.All(book)).data).toEqual([]);

    const ref = newId();
    const cart = client.Cart(ref);
    await cart.AddProduct(shop.goods.mug, 2);
    await cart.AddCustomerAssociation(id, token);
    const carts = cartList.parse(await client.Cart().GetCartsList(token));
    expect(carts.data.map((found) => found.id)).toEqual([ref]);
    // Their type does not name this header.
    const header: object = { "X-MOLTIN-CUSTOMER-TOKEN": token };
    const { data: order } = orderAnswer.parse(await cart.Checkout(id, home, home, header));
    expect(order).toMatchObject({
      customer: { name: "Countess", email: own.email },
      relationships: { customer: { data: { type: "customer", id } } },
    });
    const orders = orderList.parse(await client.Orders.All(token));
    expect(orders.data.map((found) => found.id)).toEqual([order.id]);
    expect((await client.Orders.Get(order.id, token)).data.id).toBe(order.id);
  });

  it("is told what is wrong, at once", async () => {
    const client = open(page);
    const who = await newCustomer();
    const wrong = client.Customers.TokenViaPassword(who.email, "another pass phrase");
    await expect(wrong).rejects.toMatchObject(refusedWith(403));
    const nobody = client.Customers.TokenViaPassword("nobody@example.com", password);
    await expect(nobody).rejects.toMatchObject(refusedWith(403));
    const again = client.Customers.Create({ type: "customer", ...newWho(), email: who.email });
    await expect(again).rejects.toMatchObject({
      errors: [{ status: 409, title: "Duplicate email" }],
    });
    await expect(client.Orders.All()).rejects.toMatchObject(refusedWith(403));
    await expect(client.Orders.All("no-such-token")).rejects.toMatchObject(refusedWith(403));
  });
});

describe("a program with a secret", () => {
  it("works for customers: lists, looks up, orders, changes, and says whose a cart is", async () => {
    const ada = await newCustomer();
    const everybody = answers.listed(answers.customerSchema);
    const filter = `/v2/customers?filter=eq(email,${ada.email})`;
    expect((await dialect.read(everybody, "GET", filter)).data).toMatchObject([{ id: ada.id }]);
    const part = `/v2/customers?filter=like(email,${ada.email.slice(0, 20)}*)&sort=-name`;
    expect((await dialect.read(everybody, "GET", part)).meta.results.total).toBe(1);
    const order = orderOf(await checkout({ token: dialect.backend }, { id: ada.id }));
    expect(order).toMatchObject({ customer: { email: ada.email.toLowerCase() } });
    const ref = newId();
    const path = `/v2/carts/${ref}/relationships/customers`;
    const body = { data: { type: "customer", id: ada.id } };
    await dialect.read(answers.all(answers.customerReferenceSchema), "POST", path, { body });
    const { data: cart } = await shop.cart(ref);
    expect(cart["relationships"]).toMatchObject({ customers: { data: [{ id: ada.id }] } });
    expect(await statusOf("DELETE", path, { token: dialect.backend, body })).toBe(204);
    expect((await dialect.read(cartList, "GET", "/v2/carts", as(ada.token))).data).toEqual([]);
    const nobody = { data: [{ type: "customer", id: newToken() }] };
    expect(await statusOf("POST", path, { token: dialect.backend, body: nobody })).toBe(404);
  });

  it("cannot give two customers one address", async () => {
    const [ada, bob] = [await newCustomer(), await newCustomer()];
    const body = { data: { email: bob.email } };
    const path = `/v2/customers/${ada.id}`;
    const { status, json } = await dialect.ask("PUT", path, { token: dialect.backend, body });
    expect({ status, json }).toMatchObject({ status: 409, json: refusedWith(409) });
  });
});

it("guesses at a password are counted, and a customer keeps twenty addresses", async () => {
  const ada = await newCustomer();
  const body = { data: { email: ada.email, password: "another pass phrase" } };
  const statuses = new Set<number>();
  for (let guess = 0; guess < 9; guess += 1) {
    const ask = { token: dialect.shopper, body, headers: from() };
    statuses.add(await statusOf("POST", "/v2/customers/tokens", ask));
  }
  expect([...statuses]).toEqual([403, 429]);
  const path = `/v2/customers/${ada.id}/addresses`;
  for (let count = 0; count < 20; count += 1) {
    await dialect.read(addressAnswer, "POST", path, as(ada.token, { data: home }));
  }
  expect(await statusOf("POST", path, as(ada.token, { data: home }))).toBe(422);
});
