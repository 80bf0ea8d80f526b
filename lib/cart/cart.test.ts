import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { translator } from "@/lib/i18n/translator";
import { useTestDatabase } from "@/lib/testing/database";
import { wantedQuantity } from "./forms";
import { addToCart } from "./operations/add-to-cart";
import { changeCurrency } from "./operations/change-currency";
import { setQuantity } from "./operations/set-quantity";
import { countItems, findCart } from "./queries";

const t = translator("en", "bag");

useTestDatabase();

let variantId = "";
const stockOf = async (onHand: number, reserved = 0) => {
  const db = await database();
  await db.stockItem.update({ where: { variantId }, data: { onHand, reserved } });
};

beforeAll(async () => {
  const db = await database();
  const { variants } = await db.product.create({
    data: {
      slug: "mug",
      title: "Mug",
      description: "A mug.",
      category: { create: { slug: "table", name: "Table", description: "Plates." } },
      variants: {
        create: {
          sku: "MUG-FOG",
          title: "Fog",
          stock: { create: { onHand: 3 } },
          prices: {
            create: [
              { currency: "USD", amountMinor: 1800n },
              { currency: "JPY", amountMinor: 2600n },
            ],
          },
        },
      },
    },
    select: { variants: { select: { id: true } } },
  });
  variantId = variants[0]?.id ?? "";
});

beforeEach(() => stockOf(3));

const add = (ref: string | null, quantity = 1) =>
  addToCart({ ref, currency: "USD", variantId, quantity });

const versionOf = async (ref: string) => {
  const db = await database();
  return (await db.cart.findUniqueOrThrow({ where: { ref } })).version;
};

describe("adding to a cart", () => {
  it("makes a cart with an unguessable name, and adds up in it", async () => {
    const { ref } = await add(null);
    expect(ref).toMatch(/^[\w-]{32}$/);

    expect(await add(ref, 2)).toMatchObject({ ref, quantity: 3, limited: false });

    expect(await countItems(ref)).toBe(3);
    expect(await findCart(ref, t)).toMatchObject({ subtotal: { minor: 5400, currency: "USD" } });
  });

  it("never takes over a name that the shopper made up", async () => {
    const madeUp = "a".repeat(32);
    expect((await add(madeUp)).ref).not.toBe(madeUp);
  });

  it("takes what is left when more is asked for, and says so", async () => {
    expect(await add(null, 5)).toMatchObject({ quantity: 3, limited: true });
  });

  it("does not count what others have reserved", async () => {
    await stockOf(3, 2);
    expect(await add(null, 3)).toMatchObject({ quantity: 1, limited: true });
  });

  it("refuses when all that are left are in the cart already", async () => {
    const { ref } = await add(null, 3);
    const message = "All 3 that are left are in your bag already.";
    await expect(add(ref)).rejects.toMatchObject({ code: "out_of_stock", message });
  });

  it("refuses what is sold out, and leaves no empty cart behind", async () => {
    await stockOf(0);
    const db = await database();
    const before = await db.cart.count();
    await expect(add(null)).rejects.toMatchObject({ code: "out_of_stock" });
    expect(await db.cart.count()).toBe(before);
  });

  it("keeps every one of many at the same time, and no more than are left", async () => {
    await stockOf(8);
    const { ref } = await add(null);
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => add(ref)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
    expect(await countItems(ref)).toBe(8);
    expect(await versionOf(ref)).toBe(9);
  });
});

describe("changing a cart", () => {
  it("sets, takes out, and raises the version each time", async () => {
    const { ref } = await add(null);
    const version = await versionOf(ref);

    expect(await setQuantity({ ref, variantId, quantity: 2 })).toEqual({
      quantity: 2,
      limited: false,
    });
    await setQuantity({ ref, variantId, quantity: 0 });

    expect(await findCart(ref, t)).toBeNull();
    expect(await versionOf(ref)).toBe(version + 2);
  });

  it("leaves the version alone when nothing changes", async () => {
    const { ref } = await add(null);
    const version = await versionOf(ref);
    await setQuantity({ ref, variantId, quantity: 1 });
    await changeCurrency(ref, "USD");
    expect(await versionOf(ref)).toBe(version);
  });

  it("stops at the stock", async () => {
    const { ref } = await add(null);
    expect(await setQuantity({ ref, variantId, quantity: 50 })).toEqual({
      quantity: 3,
      limited: true,
    });
  });

  it("shows a line that is above the stock by now, and lets it be lowered", async () => {
    const { ref } = await add(null, 3);
    await stockOf(1);
    const cart = await findCart(ref, t);
    expect(cart).toMatchObject({ canCheckOut: false, lines: [{ quantity: 3, maxQuantity: 1 }] });
    expect(cart?.lines[0]?.problem).toContain("Only 1 is left");

    await setQuantity({ ref, variantId, quantity: 1 });
    expect(await findCart(ref, t)).toMatchObject({ canCheckOut: true, lines: [{ problem: null }] });
  });

  it("prices everything in another currency", async () => {
    const { ref } = await add(null, 2);
    await changeCurrency(ref, "JPY");
    expect(await findCart(ref, t)).toMatchObject({ subtotal: { minor: 5200, currency: "JPY" } });
  });

  it("says which line has no price in the currency, and leaves it out of the sum", async () => {
    const { ref } = await add(null);
    await changeCurrency(ref, "GBP");
    const cart = await findCart(ref, t);
    expect(cart).toMatchObject({ canCheckOut: false, subtotal: { minor: 0 } });
    expect(cart?.lines[0]?.problem).toBe("Mug (Fog) has no price in GBP.");
  });

  it("is over when its time is over", async () => {
    const { ref } = await add(null);
    const db = await database();
    await db.cart.update({ where: { ref }, data: { expiresAt: new Date(0) } });
    expect(await findCart(ref, t)).toBeNull();
    expect((await add(ref)).ref).not.toBe(ref);
  });
});

describe("the form of a line", () => {
  it.each([
    { promise: "takes the number", input: { quantity: 4 }, wants: 4 },
    { promise: "takes one step down", input: { quantity: 4, step: "-1" as const }, wants: 3 },
    { promise: "takes one step up", input: { quantity: 4, step: "1" as const }, wants: 5 },
    { promise: "ends at nothing", input: { quantity: 0, step: "-1" as const }, wants: 0 },
    { promise: "takes it out", input: { quantity: 4, remove: "1" as const }, wants: 0 },
  ])("$promise", ({ input, wants }) => {
    expect(wantedQuantity({ variantId, ...input })).toBe(wants);
  });
});
