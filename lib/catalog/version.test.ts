import { beforeEach, describe, expect, inject, it } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { bundleProgram, startProcess } from "@/lib/testing/store-process";
import { catalogVersion } from "./version";

describe("the version of the catalogue", () => {
  useTestDatabase();
  let variantId = "";

  beforeEach(async () => {
    variantId = newId();
    const db = await database();
    const product = { slug: newId(), title: "Mug", description: "" };
    const variant = { id: variantId, sku: newId(), stock: { create: { onHand: 200 } } };
    await db.category.create({
      data: {
        slug: newId(),
        name: "Cups",
        description: "",
        products: { create: { ...product, variants: { create: variant } } },
      },
    });
  });

  async function changes(work: () => Promise<unknown>): Promise<boolean> {
    const before = await catalogVersion();
    await work();
    return (await catalogVersion()) !== before;
  }

  const stock = (data: { onHand?: number; reserved?: number }) => async () =>
    (await database()).stockItem.update({ where: { variantId }, data });

  it("changes with a title and a price", async () => {
    const db = await database();
    expect(await changes(() => db.product.updateMany({ data: { title: "Cup" } }))).toBe(true);
    const price = { variantId, currency: "USD", amountMinor: 100n };
    expect(await changes(() => db.price.create({ data: price }))).toBe(true);
  });

  it("changes with the stock that shoppers can see, and with no other", async () => {
    expect(await changes(stock({ reserved: 1 }))).toBe(false);
    expect(await changes(stock({ reserved: 150 }))).toBe(true);
    expect(await changes(stock({ reserved: 200 }))).toBe(true);
  });

  it("changes only when the change is committed", async () => {
    const undone = () =>
      inTransaction(async (tx) => {
        await tx.product.updateMany({ data: { title: "Bowl" } });
        throw new Error("no");
      });
    expect(await changes(() => expect(undone()).rejects.toThrow("no"))).toBe(false);
  });

  it("is never older than the question", async () => {
    const before = await catalogVersion();
    const onItsWay = [catalogVersion(), catalogVersion()];
    await stock({ reserved: 200 })();
    expect(await catalogVersion()).not.toBe(before);
    await Promise.all(onItsWay);
  });
});

describe.skipIf(inject("template").kind === "embedded")("two processes on one database", () => {
  useTestDatabase();
  useSandbox();

  it("a page that one of them keeps is old when the other has sold the last unit", async () => {
    const orderId = await createOrder({ variantId: await createVariant(1) });
    const program = await bundleProgram("busy-child");
    const other = await startProcess(program, { operation: "buy", rounds: [[orderId]] });
    await other.ready;
    const before = await catalogVersion();
    expect(await other.round()).toBe("1");
    expect(await catalogVersion()).not.toBe(before);
    await other.ended;
  });
});
