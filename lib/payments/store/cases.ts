import type { Prisma } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import type { Tx } from "@/lib/db/transaction";
import { addOrderEvent } from "./events";

export type NewCase = {
  kind: string;
  /** The same kind and key make one case, however often the fact is seen. */
  key: string;
  message: string;
  orderId: string | null;
  paymentId: string | null;
  facts: Record<string, string | number | null>;
};

/** Opens a case, once. A case that is still open takes over newer facts. True when it is new. */
export async function openCase(tx: Tx, found: NewCase): Promise<boolean> {
  const { kind, key, message, orderId, paymentId, facts } = found;
  const dedupeKey = `${kind}:${key}`;
  const created = await tx.$executeRaw`
    INSERT INTO "payment_cases" ("id", "kind", "dedupe_key", "order_id", "payment_id", "message", "facts")
    VALUES (${newId()}::uuid, ${kind}, ${dedupeKey}, ${orderId}::uuid, ${paymentId}::uuid, ${message},
            ${JSON.stringify(facts)}::jsonb)
    ON CONFLICT ("dedupe_key") DO NOTHING`;
  if (created === 0) {
    await tx.paymentCase.updateMany({ where: { dedupeKey, status: "open" }, data: { facts } });
    return false;
  }
  if (orderId !== null) {
    await addOrderEvent(tx, { orderId, kind: "case_opened", actor: "system", message, facts });
  }
  return true;
}

/** Closes a case that has settled itself. */
export function settleCase(
  tx: Tx,
  dedupeKey: string,
  resolution: string,
  settledBy = "system",
): Promise<void> {
  return settleCases(tx, { dedupeKey }, resolution, settledBy);
}

/** Closes those that are open of the cases that are meant. */
export async function settleCases(
  tx: Tx,
  which: Prisma.PaymentCaseWhereInput,
  resolution: string,
  settledBy = "system",
): Promise<void> {
  await tx.paymentCase.updateMany({
    where: { ...which, status: "open" },
    data: { status: "settled", settledAt: new Date(), settledBy, resolution },
  });
}
