import { database } from "@/lib/db/client";
import type { GatewayId } from "@/lib/payments/core/types";
import type { EventReferences } from "./references";

/** The payment that an event is about, by whichever of its names the event carries. */
export async function findPaymentFor(
  gateway: GatewayId,
  { intentRef, sessionRef, paymentId }: EventReferences,
): Promise<string | null> {
  if (intentRef === null && sessionRef === null && paymentId === null) return null;
  const db = await database();
  // An event can overtake the answer to our own request; then only our id in its metadata fits.
  const [payment] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM payments WHERE gateway = ${gateway}::gateway_id
      AND (gateway_ref = ${intentRef} OR session_ref = ${sessionRef} OR id = ${paymentId}::uuid)
    LIMIT 1`;
  return payment?.id ?? null;
}
