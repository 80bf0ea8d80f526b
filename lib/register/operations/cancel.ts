import { DomainError } from "@/lib/errors";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { liveMinor } from "@/lib/payments/core/sums";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";
import { readOrder } from "@/lib/payments/store/orders";
import { database } from "@/lib/db/client";
import { withFirstAnswer } from "@/lib/payments/with-first-answer";
import type { RegisterAccount } from "../accounts";
import type { InPersonPayment } from "../in-person";
import { stopReader } from "./authorize";
import { reread } from "./look";

export type ChangeInPerson = { account: RegisterAccount; payment: InPersonPayment; actor: string };

/**
 * Ends a payment that was not captured: what waits for a card is closed, what is held is let go of. A card
 * that is approved at that very moment is let go of as well, which the order's history shows. Asked again
 * it changes nothing. The sale of an intent of its own ends with it.
 *
 * @throws DomainError wrong_state when its money was taken: refund it; gateway_down
 */
export async function cancelInPerson({ account, payment, actor }: ChangeInPerson) {
  // A reader that is away cannot be told; closing the payment at the gateway is what counts.
  await stopReader(account, payment).catch(passDomainErrors);
  const { id: paymentId, orderId } = payment.payment;
  const ask = { paymentId, orderId, actor, idempotencyKey: `cancel:${paymentId}` };
  await withFirstAnswer(() => cancelPayment(ask)).catch(async (error: unknown) => {
    const isNothing = error instanceof DomainError && error.code === "nothing_to_void";
    if (!isNothing) throw error;
    const { capturedMinor } = (await reread(payment)).payment;
    if (capturedMinor === 0) return;
    throw new DomainError("wrong_state", "Its money was taken already: refund the payment.");
  });
  await endSale(orderId, actor);
  return reread(payment);
}

async function endSale(orderId: string, actor: string): Promise<void> {
  const db = await database();
  const sale = await db.registerSale.findUnique({ where: { orderId } });
  if (!sale?.key.startsWith("intent:")) return;
  const order = await readOrder(orderId);
  if (liveMinor(order.payments) === 0) await cancelOrder({ orderId, actor });
}

function passDomainErrors(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
