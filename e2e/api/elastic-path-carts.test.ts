import { describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/lib/db/client";
import * as answers from "@/lib/dialects/elastic-path/openapi/responses";
import { newId } from "@/lib/ids";
import { withId } from "./elastic-path-fixture";
import { itemsAnswer, openShop, product } from "./elastic-path-shop";

/** What carts promise. */
const shop = openShop();
const { dialect } = shop;

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
});
