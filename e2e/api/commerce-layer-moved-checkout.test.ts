import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";
import { home, Shopper } from "./commerce-layer-shopper";

/** What the checkout that was written for that API asks for, with the token of a guest. */
const dialect = startDialect();
let goods: Goods;
const shopper = new Shopper(dialect, () => goods);

beforeAll(async () => {
  goods = await addGoods();
});

const text = z.string();

describe("a checkout that is moved over", () => {
  it("includes all that it knows of, whether or not there is any here", async () => {
    const id = await shopper.fill();
    const order = await dialect.shop.orders.retrieve(id, {
      include: [
        "shipping_address",
        "billing_address",
        "customer.customer_addresses.address",
        "line_items.item",
        "line_items.line_item_options.sku_option",
        "available_payment_methods",
        "available_customer_payment_sources.payment_source",
        "payment_method",
        "payment_source",
        "shipments.available_shipping_methods",
        "shipments.shipping_method",
        "shipments.stock_location",
        "shipments.stock_line_items.line_item",
        "shipments.stock_transfers.line_item",
        "shipments.parcels.parcel_line_items",
      ],
    });
    expect(order).toMatchObject({
      customer: null,
      available_customer_payment_sources: [],
      line_items: [{ item: { code: goods.mug } }, { item: { code: goods.lamp } }],
      shipments: [
        {
          shipping_method: { name: "Standard" },
          stock_line_items: [{ quantity: 1, line_item: { sku_code: goods.mug } }, { quantity: 2 }],
          stock_transfers: [],
          parcels: [],
        },
      ],
    });
  });

  it("puts something in as its button does", async () => {
    const { shop } = dialect;
    const { id } = await shop.orders.create({});
    const order = shop.orders.relationship(id);
    const look = { name: "A mug", image_url: "https://cdn.example.com/mug.png" };
    const ask = { sku_code: goods.mug, quantity: 2, _update_quantity: true, order, ...look };
    await shop.line_items.create(ask);
    expect(await shop.line_items.create(ask)).toMatchObject({ quantity: 4, name: "Mug" });
  });

  it.each(["bundles", "sku_options"] as const)(
    "lists %s, of which there are none",
    async (type) => {
      const list = await dialect.shop[type].list();
      expect(list.meta).toMatchObject({ recordCount: 0, pageCount: 1 });
    },
  );
});

describe("a name that leads nowhere", () => {
  const none = "filter[q][id_eq]=00000000-0000-7000-8000-000000000000";

  it.each([
    { path: `orders?${none}&include=colour`, code: "INVALID_INCLUDE" },
    { path: `orders?${none}&include=payment_source.colour`, code: "INVALID_INCLUDE" },
    { path: `orders?${none}&fields[orders]=colour`, code: "INVALID_FIELD" },
    { path: `orders?${none}&fields[skus]=colour`, code: "INVALID_FIELD" },
    { path: `orders?${none}&fields[colours]=name`, code: "INVALID_RESOURCE" },
  ])("is refused where there is nothing to show: $path", async ({ path, code }) => {
    const asked = { token: dialect.backendToken };
    expect(await dialect.ask("GET", `/api/${path}`, asked)).toMatchObject({
      status: 400,
      json: { errors: [{ code, status: "400" }] },
    });
  });

  it("is no path either, and what the token is not for is none of its own", async () => {
    const id = await shopper.fill();
    const ask = (name: string) =>
      dialect.ask("GET", `/api/orders/${id}/${name}`, { token: dialect.shopperToken });
    expect(await ask("colour")).toMatchObject({ status: 404 });
    expect(await ask("captures")).toMatchObject({ status: 401 });
    expect(await ask("returns")).toMatchObject({ status: 200, json: { data: [] } });
  });
});

describe("an order that is placed", () => {
  it("is no sales channel's to change, nor is where it goes", async () => {
    const { shop, office } = dialect;
    const id = await shopper.place();
    const before = await shop.orders.retrieve(id, { include: ["shipping_address", "line_items"] });
    const address = text.parse(before.shipping_address?.id);
    const order = shop.orders.relationship(id);
    const asks = [
      shop.orders.update({ id, customer_email: "other@example.com" }),
      shop.line_items.create({ sku_code: goods.mug, quantity: 1, order }),
      shop.line_items.update({ id: text.parse(before.line_items?.[0]?.id), quantity: 3 }),
      shop.stripe_payments.create({ order }),
      shop.addresses.update({ id: address, line_1: "2 Elsewhere" }),
    ];
    for (const asked of await Promise.allSettled(asks)) {
      expect(asked).toMatchObject({ reason: { status: 401, errors: [{ code: "UNAUTHORIZED" }] } });
    }
    await expect(
      office.orders.update({ id, customer_email: "b@example.com" }),
    ).rejects.toMatchObject({ status: 422 });
    expect(await shop.addresses.retrieve(address)).toMatchObject({ line_1: home.line_1 });
    await expect(shop.addresses.delete(address)).rejects.toMatchObject({ status: 423 });
  });

  it("keeps its address when that is given to another order", async () => {
    const { shop } = dialect;
    const placed = await shopper.place();
    const { shipping_address: used } = await shop.orders.retrieve(placed, {
      include: ["shipping_address"],
    });
    const { id } = await shop.orders.create({});
    const again = await shop.orders.update(
      { id, shipping_address: shop.addresses.relationship(text.parse(used?.id)) },
      { include: ["shipping_address"] },
    );
    const copy = text.parse(again.shipping_address?.id);
    expect(copy).not.toBe(used?.id);
    await shop.addresses.update({ id: copy, line_1: "3 Later Street" });
    const both = await Promise.all(
      [placed, id].map((each) => shop.orders.retrieve(each, { include: ["shipping_address"] })),
    );
    expect(both).toMatchObject([
      { shipping_address: { line_1: home.line_1 } },
      { shipping_address: { line_1: "3 Later Street" } },
    ]);
  });

  it("has its movements looked up again where they seem stuck", async () => {
    const { office } = dialect;
    const id = await shopper.place();
    await office.orders._capture(id);
    const [hold] = await office.orders.authorizations(id);
    const [capture] = await office.orders.captures(id);
    const forwarded = await office.authorizations.update({
      id: text.parse(hold?.id),
      _forward: true,
    });
    expect(forwarded).toMatchObject({ succeeded: true });
    const cancel = { id: text.parse(capture?.id), _cancel: true };
    await expect(office.captures.update(cancel)).rejects.toMatchObject({
      errors: [{ code: "VALIDATION_ERROR", source: { pointer: "/data/attributes/_cancel" } }],
    });
    await office.orders._refund(id);
    const [refund] = await office.orders.refunds(id);
    expect(
      await office.refunds.update({ id: text.parse(refund?.id), _forward: true }),
    ).toMatchObject({ succeeded: true });
  });
});
