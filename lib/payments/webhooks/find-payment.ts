import { database } from "@/lib/db/client";
import type { GatewayId } from "@/lib/payments/core/types";
import type { EventReferences } from "./references";

/** The payment that an event is about, by whichever of its names the event carries. */
export async function findPaymentFor(
  gateway: GatewayId,
  { intentRef, sessionRef, paymentId }: EventReferences,
): Promise<string | null> {
  const names = [
    ...(intentRef === null ? [] : [{ gatewayRef: intentRef }]),
    ...(sessionRef === null ? [] : [{ sessionRef }]),
    // An event can overtake the answer to our own request; then only our id in its metadata fits.
    ...(paymentId === null ? [] : [{ id: paymentId }]),
  ];
  if (names.length === 0) return null;
  const db = await database();
  const payment = await db.payment.findFirst({
    where: { gateway, OR: names },
    select: { id: true },
  });
  return payment?.id ?? null;
}
