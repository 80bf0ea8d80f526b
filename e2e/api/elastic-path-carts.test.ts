import { describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { withId } from "./elastic-path-fixture";
import { itemsAnswer, openShop, orderOf, product } from "./elastic-path-shop";

/** What carts promise. */
const shop = openShop();
const { dialect } = shop;
const group = answers.one(answers.groupSchema);

describe("a cart", () => {
  it("begins anew when its week is over", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.mug));
    const db = await database();
    await db.cart.update({ where: { ref }, data: { expiresAt: new Date(0) } });
    const read = await dialect.read(answers.one(answers.cartSchema), "GET", `/v2/carts/${ref}`);
    const { created_at, expires_at } = read.data.meta.timestamps;
    expect(Date.parse(expires_at) - Date.parse(created_at)).toBeGreaterThan(6.9 * 86_400_000);
    expect((await dialect.read(itemsAnswer, "GET", `/v2/carts/${ref}/items`)).data).toEqual([]);
  });

  it("has a name, and whatever else a program calls it", async () => {
    const data = { name: "Gifts", description: "For Ada", custom_attributes: { table: 4 } };
    const made = await dialect.read(withId, "POST", "/v2/carts", { body: { data } });
    const path = `/v2/carts/${made.data.id}`;
    const renamed = await dialect.read(z.unknown(), "PUT", path, {
      body: { data: { name: "Toys" } },
    });
    expect(renamed).toMatchObject({ data: { name: "Toys", description: "For Ada" } });
  });

  it("that is merged into another keeps what was written beside its items", async () => {
    const [from, into] = [newId(), newId()];
    const note = { custom_inputs: { engraving: "Ada" } };
    await shop.add(from, { ...product(shop.goods.mug), ...note });
    const price = { amount: 500, includes_tax: false };
    await shop.add(from, { type: "custom_item", name: "Wrap", quantity: 1, price, ...note });
    const { data } = await shop.add(into, { type: "cart_items", cart_id: from });
    expect(data).toMatchObject([note, { ...note, unit_price: price }]);
  });

  it("says no more of an item than the product does, by which it is found", async () => {
    const list = answers.listed(answers.legacyProductSchema);
    const [mug] = (await shop.add(newId(), product(shop.goods.mug))).data;
    for (const filter of [
      `eq(name,${mug?.name})`,
      `eq(slug,${mug?.["slug"]})`,
      `eq(sku,${mug?.sku})`,
    ]) {
      const found = await dialect.read(list, "GET", `/v2/products?filter=${filter}`);
      expect(found.data.map(({ id }) => id)).toEqual([shop.goods.mug]);
    }
    const db = await database();
    const { productId } = await db.variant.findUniqueOrThrow({ where: { id: shop.goods.mug } });
    const fog = await db.variant.create({
      data: { productId, title: "Fog (pale)", sku: "MUG-FOG" },
    });
    await db.price.create({ data: { variantId: fog.id, currency: "USD", amountMinor: 100n } });
    await db.stockItem.create({ data: { variantId: fog.id, onHand: 1 } });
    const [pale] = (await shop.add(newId(), product(fog.id))).data;
    for (const filter of [`eq(name,"${pale?.name}")`, `eq(slug,${pale?.["slug"]})`]) {
      const found = await dialect.read(list, "GET", `/v2/products?filter=${filter}`);
      expect(found.data).toMatchObject([{ id: fog.id, name: "Mug (Fog (pale))" }]);
    }
  });
});

describe("parcels", () => {
  it("cost what their program says, hold items, and are the order's", async () => {
    const ref = newId();
    await shop.add(ref, product(shop.goods.lamp));
    const price = { base: 500, fees: 100, tax: 50, discount: 150 };
    const body = { type: "shipping_group", shipping_type: "express", shipping_price: price };
    const { data: parcel } = await shop.send(group, "POST", `${ref}/shipping-groups`, body);
    expect(parcel.meta.shipping_display_price).toMatchObject({
      total: { amount: 500, formatted: "$5.00" },
    });
    const added = await shop.add(ref, {
      ...product(shop.goods.mug),
      shipping_group_id: parcel.id,
      custom_inputs: { engraving: "Ada" },
    });
    expect(added.data[1]).toMatchObject({
      shipping_group_id: parcel.id,
      custom_inputs: { engraving: "Ada" },
    });
    const lamp = added.data[0]?.id ?? "";
    await dialect.read(z.unknown(), "PUT", `/v2/carts/${ref}/items/${lamp}`, {
      body: { data: { shipping_group_id: parcel.id } },
    });
    const { data: changed } = await shop.send(group, "PUT", `${ref}/shipping-groups/${parcel.id}`, {
      tracking_reference: "T-1",
    });
    expect(changed).toMatchObject({ tracking_reference: "T-1", shipping_type: "express" });
    expect(changed.relationships.items.data).toHaveLength(2);
    expect(await shop.prices(ref)).toEqual([7799, 7799, 0, 0, 500]);

    const { id } = orderOf(await shop.checkout(ref));
    expect((await shop.order(id)).meta.display_price).toMatchObject({
      shipping: { amount: 500 },
      with_tax: { amount: 7799 },
    });
    const groups = await dialect.read(
      answers.all(answers.groupSchema),
      "GET",
      `/v2/orders/${id}/shipping-groups`,
    );
    expect(groups.data).toMatchObject([{ order_id: id, shipping_type: "express" }]);
    const one = await dialect.read(group, "GET", `/v2/orders/${id}/shipping-groups/${parcel.id}`);
    expect(one.data.relationships.items.data).toHaveLength(2);
    const items = await dialect.read(z.unknown(), "GET", `/v2/orders/${id}/items`);
    expect(items).toMatchObject({ data: [{}, { custom_inputs: { engraving: "Ada" } }] });
  });

  it("that are taken away leave their items in the cart", async () => {
    const ref = newId();
    const made = await shop.send(withId, "POST", `${ref}/shipping-groups`, {
      shipping_price: { total: 700 },
    });
    await shop.add(ref, { ...product(shop.goods.mug), shipping_group_id: made.data.id });
    const path = `/v2/carts/${ref}/shipping-groups/${made.data.id}`;
    expect((await dialect.ask("DELETE", path, { token: dialect.shopper })).status).toBe(204);
    expect((await dialect.ask("GET", path, { token: dialect.shopper })).status).toBe(404);
    expect(await shop.prices(ref)).toEqual([1800, 1800, 0, 0, 0]);
  });
});
