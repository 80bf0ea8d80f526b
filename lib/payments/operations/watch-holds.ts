import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { inTransaction } from "@/lib/db/transaction";
import { report } from "@/lib/payments/report";
import { openCase } from "@/lib/payments/store/cases";
import { readPayment } from "@/lib/payments/store/orders";
import { lookAt } from "./look-again";

const WARN_MS = 24 * 3_600_000;

type Held = { id: string; order_id: string; capture_before: Date; held: bigint; currency: string };

/**
 * Money that is held runs out. A day before that a merchant gets a case; afterwards the gateway is
 * asked, so that nobody ships an order whose money is gone. Gives how many holds are about to end.
 */
export async function watchHolds(now = new Date()): Promise<number> {
  const db = await database();
  const soon = new Date(now.getTime() + WARN_MS);
  const holds = await db.$queryRaw<Held[]>`
    SELECT "id"::text, "order_id"::text, "capture_before", "currency",
      "authorized_minor" - "captured_minor" - "voided_minor" AS "held"
    FROM "payments"
    WHERE "authorized_minor" > "captured_minor" + "voided_minor" AND "capture_before" <= ${soon}
    ORDER BY "capture_before" LIMIT 200`;
  for (const hold of holds) {
    try {
      if (hold.capture_before <= now) await lookAt(await readPayment(hold.id), "system");
      else await warn(hold);
    } catch (error) {
      report(`the hold of payment ${hold.id} could not be watched`, error);
    }
  }
  return holds.length;
}

async function warn({ id, order_id, capture_before, held, currency }: Held): Promise<void> {
  await inTransaction((tx) =>
    openCase(tx, {
      kind: "authorization_expiring",
      key: id,
      message: "An authorization runs out within a day: capture it, or ask for a new payment.",
      orderId: order_id,
      paymentId: id,
      facts: { captureBefore: capture_before.toISOString(), heldMinor: toMinor(held), currency },
    }),
  );
}
