import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { home, Shopper } from "./commerce-layer-shopper";

/** What the hosted checkout of that API asks for, and what its own tests put in, in their order. */
const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);
const text = z.string();

beforeAll(async () => {
  goods = await addGoods();
});

describe("the first thing that it asks", () => {
  it("is whose shop it is in", async () => {
    const fields = { organizations: ["id", "name", "logo_url", "gtm_id", "config"] as const };
    const asked = await dialect.shop.organization.retrieve({
      fields: { organizations: [...fields.organizations] },
    });
    expect(asked).toEqual({
      id: "tender",
      type: "organizations",
      name: "Tender",
      logo_url: null,
      gtm_id: null,
      config: null,
    });
  });

  it("is which program it is itself, and it learns of no other", async () => {
    const { shop, office } = dialect;
    expect(await shop.application.retrieve()).toMatchObject({
      id: "demo-storefront",
      type: "applications",
      kind: "sales_channel",
      public_access: true,
    });
    expect(await office.application.retrieve()).toMatchObject({ kind: "integration" });
    const other = { token: dialect.shopperToken };
    expect(await dialect.ask("GET", "/api/application/demo-backend", other)).toMatchObject({
      status: 404,
    });
  });

  it("is how long deliveries take, before it shows any way to send", async () => {
    const include = ["shipping_method", "stock_location"];
    expect(await dialect.shop.delivery_lead_times.list({ include })).toHaveLength(0);
  });

  it("is about payment models that there are none of", async () => {
    const id = await shopper.fill();
    const include = "available_payment_settings,payment_sessions.payment_authorization";
    const asked = { token: dialect.shopperToken };
    expect(await dialect.ask("GET", `/api/orders/${id}?include=${include}`, asked)).toMatchObject({
      status: 200,
      json: { data: { relationships: { payment_sessions: { data: [] } } }, included: [] },
    });
  });
});

describe("an order", () => {
  it("goes to the country that it is locked to and to no other", async () => {
    const { shop } = dialect;
    const { id, ...order } = await shop.orders.create({ shipping_country_code_lock: "DE" });
    expect(order).toMatchObject({ shipping_country_code_lock: "DE" });
    const there = async (country: string) => {
      const address = await shop.addresses.create({ ...home, country_code: country, lat: 52.5 });
      const shipping_address = shop.addresses.relationship(address.id);
      return shop.orders.update({ id, shipping_address }, { include: ["shipping_address"] });
    };
    await expect(there("US")).rejects.toMatchObject({
      status: 422,
      errors: [{ code: "VALIDATION_ERROR", detail: "shipping_address - must be in DE" }],
    });
    expect(await there("DE")).toMatchObject({
      shipping_address: { country_code: "DE", lat: 52.5 },
    });
    await shop.orders.update({ id, shipping_country_code_lock: null });
    expect(await there("US")).toMatchObject({ shipping_country_code_lock: null });
  });

  it("ends when an integration has said so", async () => {
    const { shop, office } = dialect;
    const id = await shopper.fill();
    const at = (offsetMs: number) => new Date(Date.now() + offsetMs).toISOString();
    const expires_at = at(60_000);
    await expect(shop.orders.update({ id, expires_at })).rejects.toMatchObject({ status: 401 });
    const info = { summary: { cart_title: "Reserved" } };
    expect(await office.orders.update({ id, expires_at, expiration_info: info })).toMatchObject({
      expires_at,
      expiration_info: info,
    });
    await shopper.source(id);
    const late = { id, expires_at: at(-1_000) };
    await expect(office.orders.update(late)).rejects.toMatchObject({ status: 422 });
    const db = await database();
    await db.$executeRaw`UPDATE orders
      SET client = client || jsonb_build_object('expiresAt', ${at(-1_000)}::text) WHERE id = ${id}::uuid`;
    await expect(shopper.source(id)).rejects.toMatchObject({ status: 422 });
    await expect(shop.orders._place(id)).rejects.toMatchObject({ status: 422 });
  });

  it("loses its payment method and source where nothing is named", async () => {
    const { shop } = dialect;
    const id = await shopper.fill();
    const source = await shopper.source(id);
    const include = ["payment_method", "payment_source"];
    const own = shop.stripe_payments.relationship(source.id);
    expect(await shop.orders.update({ id, payment_source: own }, { include })).toMatchObject({
      payment_source: { id: source.id },
    });
    const nobodys = shop.stripe_payments.relationship(id);
    await expect(shop.orders.update({ id, payment_source: nobodys })).rejects.toMatchObject({
      errors: [{ source: { pointer: "/data/attributes/payment_source" } }],
    });
    const payment_source = shop.stripe_payments.relationship(null);
    expect(await shop.orders.update({ id, payment_source }, { include })).toMatchObject({
      payment_method: { id: "stripe" },
      payment_source: null,
    });
    await shopper.source(id);
    const payment_method = shop.payment_methods.relationship(null);
    const freed = { id, _refresh: true, autorefresh: true, payment_method };
    expect(await shop.orders.update(freed, { include })).toMatchObject({
      payment_method: null,
      payment_source: null,
    });
  });

  it("takes items with everything that a shop's button says", async () => {
    const { shop } = dialect;
    const { id } = await shop.orders.create({});
    const order = shop.orders.relationship(id);
    const said = { quantity: 1, _external_price: false, frequency: null, metadata: { gift: true } };
    const line = await shop.line_items.create({ sku_code: goods.mug, order, ...said });
    expect(line).toMatchObject({ quantity: 1, metadata: { gift: true } });
    const more = { id: line.id, quantity: 3, _external_price: false };
    expect(await shop.line_items.update(more)).toMatchObject({ quantity: 3 });
    const priced = { sku_code: goods.mug, order, quantity: 1, _external_price: true };
    await expect(shop.line_items.create(priced)).rejects.toMatchObject({ status: 422 });
  });
});

it("leaves no order behind where it was refused", async () => {
  const { shop, office } = dialect;
  const before = (await office.orders.list()).meta.recordCount;
  await expect(shop.orders.create({ coupon_code: "NOPE" })).rejects.toMatchObject({
    status: 422,
  });
  const customer = shop.customers.relationship(text.parse(await shopper.fill()));
  await expect(shop.orders.create({ customer })).rejects.toMatchObject({ status: 404 });
  expect((await office.orders.list()).meta.recordCount).toBe(before + 1);
});
