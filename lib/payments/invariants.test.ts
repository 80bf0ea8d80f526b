import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { connection } from "@/lib/db/connection";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant } from "@/lib/testing/payments";
import { checkInvariants } from "./invariants";

useTestDatabase();

const actor = "merchant:test";

/** Breaks something, sees that it is found, and takes it back. */
async function numbersAfter(damage: (tx: Tx) => Promise<unknown>): Promise<number[]> {
  let found: number[] = [];
  const undo = new Error("taken back");
  // The check reads through its own connection, so it runs on what the transaction would leave.
  await inTransaction(async (tx) => {
    await damage(tx);
    const { checks } = await import("./invariant-checks");
    for (const { invariant, query } of checks) {
      const rows = await tx.$queryRawUnsafe<{ what: string }[]>(query);
      if (rows.length > 0) found = [...found, invariant];
    }
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return [...new Set(found)].toSorted();
}

async function paid() {
  const variantId = await createVariant(5);
  const orderId = await createOrder({ variantId });
  const payment = await payOrder({ orderId, gateway: "manual", method: "purchase", actor });
  return { orderId, variantId, paymentId: payment.id };
}

describe("checkInvariants", () => {
  it("finds nothing where all is well", async () => {
    await paid();
    expect(await checkInvariants()).toEqual([]);
  });

  it("finds sums that no transaction explains", async () => {
    const { paymentId: id } = await paid();
    const wrong = { refundedMinor: 5000n };
    const found = await numbersAfter((tx) => tx.payment.update({ where: { id }, data: wrong }));
    expect(found).toEqual(expect.arrayContaining([1, 4, 7]));
  });

  it("finds an order that says something else than its payments", async () => {
    const { orderId: id } = await paid();
    const found = await numbersAfter((tx) =>
      tx.order.update({ where: { id }, data: { payment: "unpaid" } }),
    );
    expect(found).toEqual([7]);
  });

  it("finds an order that is paid and not placed", async () => {
    const { orderId: id } = await paid();
    const found = await numbersAfter((tx) =>
      tx.order.update({
        where: { id },
        data: { status: "incomplete", number: null, placedAt: null },
      }),
    );
    expect(found).toEqual(expect.arrayContaining([6, 7]));
  });

  it("finds stock that nobody holds", async () => {
    const { variantId } = await paid();
    const found = await numbersAfter((tx) =>
      tx.stockItem.update({ where: { variantId }, data: { reserved: 1 } }),
    );
    expect(found).toEqual([5]);
  });

  it("finds a gap in the order numbers", async () => {
    await paid();
    const { orderId: id } = await paid();
    await paid();
    const found = await numbersAfter((tx) =>
      tx.order.update({ where: { id }, data: { number: 900_000n } }),
    );
    expect(found).toEqual([6]);
  });

  it("finds a transaction that nobody looks at any more", async () => {
    const { paymentId } = await paid();
    const found = await numbersAfter((tx) =>
      tx.transaction.updateMany({
        where: { paymentId },
        data: { status: "pending", settledAt: null, nextLookAt: new Date(0) },
      }),
    );
    expect(found).toEqual(expect.arrayContaining([1, 3, 8]));
  });

  it("finds an amount that is not the payment's", async () => {
    const { paymentId: id } = await paid();
    const found = await numbersAfter((tx) =>
      tx.payment.update({ where: { id }, data: { amountMinor: 6000n } }),
    );
    expect(found).toEqual([9]);
  });

  it("cannot be told a wrong ledger at all", async () => {
    await paid();
    const db = await database();
    expect(await db.ledgerPosting.count()).toBeGreaterThan(0);
    const change = (await connection()).executeSql(
      `UPDATE "ledger_postings" SET "amount_minor" = 0`,
    );
    await expect(change).rejects.toThrow("append-only");
    expect(await checkInvariants()).toEqual([]);
  });
});
