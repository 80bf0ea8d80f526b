import { z } from "zod";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import type { Amendment, AmendmentPlan } from "@/lib/payments/core/amendment";
import { FIRST_LOOK_MS } from "@/lib/payments/core/schedule";

const planSchema: z.ZodType<AmendmentPlan> = z.object({
  shippingRateCode: z.string(),
  shippingName: z.string(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  taxMinor: z.int(),
  taxIncluded: z.boolean(),
  taxLines: z.array(
    z.object({
      name: z.string(),
      basisPoints: z.number(),
      baseMinor: z.int(),
      amountMinor: z.int(),
    }),
  ),
  lines: z.array(z.object({ discountMinor: z.int(), taxMinor: z.int(), totalMinor: z.int() })),
  promotions: z.array(z.object({ id: z.string(), discountMinor: z.int() })),
  addedPromotions: z.array(z.string()),
});

/** Writes what is going to be asked. The database refuses a second one that is pending. */
export async function addAmendment(
  tx: Tx,
  amendment: Omit<Amendment, "id" | "attempts">,
): Promise<string> {
  const { orderId, paymentId, fromMinor, toMinor, plan, cartVersion } = amendment;
  const id = newId();
  const nextLookAt = new Date(Date.now() + FIRST_LOOK_MS);
  await tx.$executeRaw`
    INSERT INTO order_amendments
      (id, order_id, payment_id, from_minor, to_minor, plan, cart_version, next_look_at)
    VALUES (${id}::uuid, ${orderId}::uuid, ${paymentId}::uuid, ${fromMinor}, ${toMinor},
      ${JSON.stringify(plan)}::jsonb, ${cartVersion}, ${nextLookAt})`;
  return id;
}

/** Null when it is settled. */
export async function readPendingAmendment(id: string, tx?: Tx): Promise<Amendment | null> {
  const db = tx ?? (await database());
  const row = await db.orderAmendment.findFirst({ where: { id, status: "pending" } });
  if (row === null) return null;
  const { orderId, paymentId, cartVersion, attempts } = row;
  return {
    id,
    orderId,
    paymentId,
    fromMinor: toMinor(row.fromMinor),
    toMinor: toMinor(row.toMinor),
    plan: planSchema.parse(row.plan),
    cartVersion,
    attempts,
  };
}

export async function findAmendmentStatus(id: string): Promise<"pending" | "applied" | "dropped"> {
  const db = await database();
  const { status } = await db.orderAmendment.findUniqueOrThrow({
    where: { id },
    select: { status: true },
  });
  return status;
}

export async function settleAmendment(tx: Tx, id: string, status: "applied" | "dropped") {
  await tx.$executeRaw`
    UPDATE order_amendments SET status = ${status}::amendment_status, settled_at = now(),
      next_look_at = NULL, attempts = attempts + 1
    WHERE id = ${id}::uuid AND status = 'pending'`;
}
