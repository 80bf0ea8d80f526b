import { DomainError } from "@/lib/errors";
import type { Tx } from "@/lib/db/transaction";
import { releaseReservations } from "@/lib/inventory/reservations";

/** Whatever there was has gone back. */
const nothingKept = ["unpaid", "voided", "refunded"] as const;

/**
 * Takes an unpaid order out of the way of a newer one of the same cart. Its payments must be closed at
 * their gateways already. The status is part of the condition, so money that came in since then wins.
 *
 * @throws DomainError wrong_state when the order was paid meanwhile.
 */
export async function cancelSuperseded(tx: Tx, orderId: string): Promise<void> {
  const { count } = await tx.order.updateMany({
    where: { id: orderId, status: "incomplete", payment: { in: [...nothingKept] } },
    data: { status: "cancelled", cancelledAt: new Date() },
  });
  if (count === 0) {
    throw new DomainError("wrong_state", "This order was already paid.", { orderId });
  }
  await releaseReservations(tx, orderId);
  await tx.orderEvent.create({
    data: {
      orderId,
      kind: "order_superseded",
      actor: "shopper",
      message: "The shopper changed the bag and placed a new order.",
    },
  });
}
