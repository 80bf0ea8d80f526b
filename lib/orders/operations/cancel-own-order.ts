import { database } from "@/lib/db/client";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { cancelOrder } from "./cancel-order";

/**
 * A shopper calls their own order off, before anything was taken or sent. What is held for it is let go
 * at once: nobody has a reason to keep it.
 *
 * @throws DomainError not_found, wrong_state, gateway_down
 */
export async function cancelOwnOrder(orderId: string): Promise<void> {
  const actor = "shopper";
  await cancelOrder({ orderId, actor, onlyUntaken: true });
  const db = await database();
  const held = await db.payment.findMany({
    where: { orderId, capturedMinor: 0, authorizedMinor: { gt: db.payment.fields.voidedMinor } },
    select: { id: true },
  });
  for (const { id: paymentId } of held) await voidPayment({ paymentId, actor });
}
