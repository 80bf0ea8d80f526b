import { expect, it } from "vitest";
import { inTransaction } from "@/lib/db/transaction";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder } from "@/lib/testing/payments";
import { lockOrder, readPayment } from "./orders";
import { addPayment } from "./transactions";

useTestDatabase();

it("a payment is given as it would be read again", async () => {
  const orderId = await createOrder({ totalMinor: 5000 });
  const { payment } = await inTransaction(async (tx) =>
    addPayment(
      tx,
      await lockOrder(tx, orderId),
      {
        gateway: "stripe",
        collectedBy: "api",
        method: "authorize",
        amountMinor: 4000,
        sessionExpiresAt: new Date("2026-11-21T10:11:12.345Z"),
        reference: "till 7",
      },
      {
        actor: "shopper",
        request: { source: "pm_card_visa", severalCaptures: true },
        idempotencyKey: "key",
        requestHash: "hash",
      },
    ),
  );
  // Reading it gives, beside that, what its program calls it.
  expect(await readPayment(payment.id)).toEqual({ ...payment, client: {} });
});
