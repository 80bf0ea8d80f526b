import { authenticate, jwtDecode } from "@commercelayer/js-auth";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { home, Shopper } from "./commerce-layer-shopper";

/** Customers who sign in with the official client, and what is theirs. */
const dialect = startDialect();
let goods: Goods;
const guest = new Shopper(dialect, () => goods);
const password = "correct horse battery";

beforeAll(async () => {
  goods = await addGoods();
});

const client = { clientId: "demo-storefront", scope: "market:code:USD", domain: "tender.test" };

const signIn = (username: string, typed = password) =>
  dialect.led(() => authenticate("password", { ...client, username, password: typed }));

const tokenOf = ({ accessToken }: { accessToken?: string }) => z.string().parse(accessToken);

/** What the link of the mail does. */
async function confirm(email: string): Promise<void> {
  const db = await database();
  await db.shopper.update({ where: { email }, data: { emailVerified: true } });
}

describe("a customer", () => {
  const email = "grace@example.com";
  let token = "";

  beforeAll(async () => {
    await dialect.shop.customers.create({ email, password });
    token = tokenOf(await signIn(email));
  });

  it("has a token that says who they are, and the next one without the password", async () => {
    const granted = await signIn(email);
    const { payload } = jwtDecode(tokenOf(granted));
    expect(payload).toMatchObject({
      application: { kind: "sales_channel" },
      owner: { type: "Customer" },
      market: { id: ["usd"] },
    });
    expect(granted).toMatchObject({ ownerType: "customer", refreshToken: expect.any(String) });
    const { refreshToken = "" } = granted;
    const renew = () =>
      dialect.led(() => authenticate("refresh_token", { ...client, refreshToken }));
    const renewed = await renew();
    expect(jwtDecode(tokenOf(renewed)).payload).toMatchObject({ owner: { type: "Customer" } });
    const body = { client_id: client.clientId, token: refreshToken };
    const headers = { "Content-Type": "application/json" };
    await dialect.ask("POST", "/oauth/revoke", { body, headers });
    expect(await renew()).toMatchObject({ errors: [{ title: "invalid_grant", status: 400 }] });
    const asked = { token: tokenOf(renewed) };
    expect(await dialect.ask("GET", "/api/orders", asked)).toMatchObject({
      status: 401,
      json: { errors: [{ code: "INVALID_TOKEN" }] },
    });
  });

  it.each([
    { why: "a wrong password", username: email, typed: "another long password" },
    { why: "nobody's address", username: "nobody@example.com", typed: password },
  ])("is not somebody with $why", async ({ username, typed }) => {
    expect(await signIn(username, typed)).toMatchObject({
      errors: [{ title: "invalid_grant", status: 400 }],
    });
  });

  it("has orders of their own, and sees no others", async () => {
    await guest.fill("somebody@example.com");
    const shop = dialect.client(token);
    const { id } = await shop.orders.create({});
    expect(await shop.orders.retrieve(id, { include: ["customer"] })).toMatchObject({
      guest: false,
      customer_email: email,
      customer: { email, has_password: true },
    });
    expect([...(await shop.orders.list())]).toMatchObject([{ id }]);
    expect([...(await shop.customers.list())]).toMatchObject([{ email }]);
    await expect(shop.captures.list()).rejects.toMatchObject({ status: 401 });
  });

  it("keeps addresses in a book of their own", async () => {
    const shop = dialect.client(token);
    const { id: address } = await shop.addresses.create(home);
    const [me] = await shop.customers.list();
    const entry = await shop.customer_addresses.create({
      customer_email: email,
      customer: shop.customers.relationship(me?.id ?? ""),
      address: shop.addresses.relationship(address),
    });
    const book = await shop.customer_addresses.list({ include: ["address"] });
    expect([...book]).toMatchObject([{ id: entry.id, address: { line_1: home.line_1 } }]);
    await expect(shop.addresses.delete(address)).rejects.toMatchObject({
      status: 423,
      errors: [{ code: "LOCKED" }],
    });
    await shop.customer_addresses.delete(entry.id);
    await shop.addresses.delete(address);
    await expect(shop.addresses.retrieve(address)).rejects.toMatchObject({ status: 404 });
  });

  it("is somebody with another password from then on", async () => {
    const other = "another horse battery";
    const shop = dialect.client(token);
    const [me] = await shop.customers.list();
    await shop.customers.update({ id: me?.id ?? "", password: other });
    expect(await signIn(email)).toMatchObject({ errors: [{ title: "invalid_grant" }] });
    expect(tokenOf(await signIn(email, other))).toEqual(expect.any(String));
  });
});

describe("an e-mail address that nobody has confirmed", () => {
  it("shows nothing that was done under it, until somebody does", async () => {
    const email = "ada@example.com";
    const placed = await guest.place(email);
    await dialect.shop.orders._save_shipping_address_to_customer_address_book(placed);
    await dialect.shop.customers.create({ email, password });
    const shop = dialect.client(tokenOf(await signIn(email)));
    const seen = async () => [
      (await shop.orders.list()).meta.recordCount,
      (await shop.customer_addresses.list()).meta.recordCount,
      (await shop.customers.list({ include: ["orders"] })).first()?.orders?.length ?? 0,
    ];
    expect(await seen()).toEqual([0, 0, 0]);
    await confirm(email);
    expect(await seen()).toEqual([1, 1, 1]);
    await expect(dialect.shop.customers.create({ email, password })).rejects.toMatchObject({
      errors: [{ meta: { error: "taken" } }],
    });
  });
});
