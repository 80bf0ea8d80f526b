import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { newId } from "@/lib/ids";
import { database } from "./client";
import { connection, openEmbedded } from "./connection";
import { applyMigrations, schemaDrift } from "./migrate";

const prisma = join(import.meta.dirname, "../../prisma");

describe("the schema", () => {
  useTestDatabase();

  it("is what the migrations make", async () => {
    const scratch = await openEmbedded("memory://");
    const schema = await readFile(join(prisma, "schema.prisma"), "utf8");
    expect(await schemaDrift(scratch, join(prisma, "migrations"), schema)).toBeNull();
    await scratch.close();
  });

  it("is current after it was applied once", async () => {
    expect(await applyMigrations(await connection(), join(prisma, "migrations"))).toEqual([]);
  });

  it("refuses a payment that gives back more than it took", async () => {
    const db = await database();
    const order = await db.order.create({ data: orderData() });
    const payment = {
      orderId: order.id,
      gateway: "manual",
      collectedBy: "offline",
      method: "purchase",
      currency: "USD",
      amountMinor: 100n,
    } as const;
    await expect(db.payment.create({ data: { ...payment, refundedMinor: 1n } })).rejects.toThrow(
      "payments_amount_check",
    );
    await expect(
      db.payment.create({ data: { ...payment, authorizedMinor: 101n } }),
    ).rejects.toThrow("payments_amount_check");
  });

  it("lesson 47: refuses stock below zero and reservations beyond it", async () => {
    const db = await database();
    const variantId = newId();
    await db.category.create({
      data: {
        slug: "c",
        name: "C",
        description: "",
        products: {
          create: {
            slug: "p",
            title: "P",
            description: "",
            variants: { create: { id: variantId, sku: "S", stock: { create: { onHand: 1 } } } },
          },
        },
      },
    });
    const where = { variantId };
    const change = (data: { onHand?: number; reserved?: number }) =>
      db.stockItem.update({ where, data });
    await expect(change({ onHand: -1 })).rejects.toThrow("stock_items_check");
    await expect(change({ reserved: 2 })).rejects.toThrow("stock_items_check");
  });

  it("keeps the ledger balanced and unchanged", async () => {
    const db = await database();
    const order = await db.order.create({ data: orderData() });
    const payment = await db.payment.create({
      data: {
        orderId: order.id,
        gateway: "manual",
        collectedBy: "offline",
        method: "purchase",
        currency: "USD",
        amountMinor: 100n,
      },
    });
    const transaction = await db.transaction.create({
      data: {
        orderId: order.id,
        paymentId: payment.id,
        kind: "purchase",
        currency: "USD",
        amountMinor: 100n,
        actor: "system",
        nextLookAt: new Date(),
      },
    });
    const entry = (amounts: bigint[]) => ({
      transactionId: transaction.id,
      orderId: order.id,
      paymentId: payment.id,
      kind: "purchase",
      currency: "USD",
      postings: {
        create: amounts.map((amountMinor, i) => ({ account: `account_${i}`, amountMinor })),
      },
    });
    await expect(db.ledgerEntry.create({ data: entry([100n, -99n]) })).rejects.toThrow("off by 1");
    await expect(db.ledgerEntry.create({ data: entry([]) })).rejects.toThrow("0 postings");
    const { id } = await db.ledgerEntry.create({ data: entry([100n, -100n]) });
    await expect(db.ledgerEntry.delete({ where: { id } })).rejects.toThrow("append-only");
    await expect(
      db.ledgerPosting.updateMany({ where: { entryId: id }, data: { amountMinor: 0n } }),
    ).rejects.toThrow("append-only");
    await expect(db.$executeRaw`TRUNCATE "ledger_postings"`).rejects.toThrow("append-only");
  });

  it("never leaves an open transaction without a next look", async () => {
    const db = await database();
    await expect(
      db.transaction.updateMany({ where: { status: "pending" }, data: { nextLookAt: null } }),
    ).rejects.toThrow("transactions_look_check");
  });
});

function orderData() {
  return {
    accessToken: newId(),
    channel: "storefront",
    currency: "USD",
    email: "a@example.com",
    name: "A",
    billingAddress: {},
    subtotalMinor: 100n,
    totalMinor: 100n,
  };
}
