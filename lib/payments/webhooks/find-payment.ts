import { database } from "@/lib/db/client";
import type { GatewayId } from "@/lib/payments/core/types";
import type { EventReferences } from "./references";

export type Pointer = { gateway: GatewayId } & Pick<
  EventReferences,
  "intentRef" | "sessionRef" | "paymentId"
>;

/**
 * The payments that events are about, by whichever of its names each event carries, in the order of the
 * events. An event can overtake the answer to our own request; then only our id in its metadata fits.
 */
export async function findPaymentsFor(pointers: Pointer[]): Promise<(string | null)[]> {
  const asked = pointers.map(({ gateway, intentRef, sessionRef, paymentId }, at) => {
    return { at, gateway, intentRef, sessionRef, paymentId };
  });
  const db = await database();
  const rows = await db.$queryRaw<{ at: number; id: string }[]>`
    SELECT e.at, found.id FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      AS e (at int, gateway text, "intentRef" text, "sessionRef" text, "paymentId" uuid)
    CROSS JOIN LATERAL (
      SELECT p.id FROM payments p WHERE p.gateway = e.gateway::gateway_id AND (
        p.gateway_ref = e."intentRef" OR p.session_ref = e."sessionRef" OR p.id = e."paymentId")
      LIMIT 1
    ) AS found`;
  const found = new Map(rows.map(({ at, id }) => [at, id]));
  return pointers.map((_, at) => found.get(at) ?? null);
}
