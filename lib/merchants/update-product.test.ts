import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { findProducts } from "./products";
import { updateVariant } from "./update-product";

useTestDatabase();

const variantId = newId();
const productId = newId();

beforeEach(async () => {
  const db = await database();
  await db.variant.deleteMany();
  await db.product.deleteMany();
  const category = { slug: newId(), name: "Mugs", description: "" };
  const text = { slug: newId(), title: "Mug", description: "A mug." };
  await db.product.create({
    data: { id: productId, ...text, category: { create: category } },
  });
  await db.variant.create({
    data: {
      id: variantId,
      productId,
      sku: newId(),
      stock: { create: { onHand: 10, reserved: 3 } },
      prices: { create: { currency: "USD", amountMinor: 1800, compareAtMinor: 2000 } },
    },
  });
});

async function stock() {
  return (await database()).stockItem.findUniqueOrThrow({ where: { variantId } });
}

async function price() {
  const db = await database();
  return db.price.findFirstOrThrow({ where: { variantId } });
}

const counted = (sawOnHand: number, onHand: number) =>
  updateVariant({ variantId, prices: [], stock: { sawOnHand, onHand } });

describe("findProducts", () => {
  it.each(["STORM LANT", "storm-lant", "lmp-st"])("finds a product by %s", async (search) => {
    const db = await database();
    await db.product.update({
      where: { id: productId },
      data: { slug: "storm-lantern", title: "Storm Lantern" },
    });
    await db.variant.update({ where: { id: variantId }, data: { sku: "LMP-STO-INK" } });
    expect(await findProducts(search)).toMatchObject([{ id: productId }]);
    expect(await findProducts("storm-petrel")).toEqual([]);
  });
});

describe("updateVariant", () => {
  it("does not give back what was sold between looking and saving", async () => {
    const db = await database();
    await db.stockItem.update({ where: { variantId }, data: { onHand: { decrement: 2 } } });
    await counted(10, 15);
    expect((await stock()).onHand).toBe(13);
  });

  it("adds up when two merchants count at once", async () => {
    await Promise.all([counted(10, 14), counted(10, 11)]);
    expect((await stock()).onHand).toBe(15);
  });

  it("refuses to have less on hand than open orders hold", async () => {
    await expect(counted(10, 2)).rejects.toMatchObject({
      code: "invalid_input",
      facts: { field: "onHand" },
    });
    expect((await stock()).onHand).toBe(10);
  });

  it.each([
    { promise: "keeps the struck-out price above a lower one", to: 1900, compareAt: 2000n },
    { promise: "drops it when the price has reached it", to: 2000, compareAt: null },
  ])("$promise", async ({ to, compareAt }) => {
    const prices = [{ currency: "USD" as const, amountMinor: to }];
    await updateVariant({ variantId, prices, stock: null });
    expect(await price()).toMatchObject({ amountMinor: BigInt(to), compareAtMinor: compareAt });
  });

  it("refuses a variant that is not there", async () => {
    const nowhere = updateVariant({ variantId: newId(), prices: [], stock: null });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
  });
});
