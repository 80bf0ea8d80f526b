import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { extendReservations, releaseReservations } from "@/lib/inventory/reservations";
import { liveMinor, openPrimary } from "@/lib/payments/core/sums";
import { report } from "@/lib/payments/report";
import { lockOrder } from "@/lib/payments/store/orders";
import { closeOrderPayments } from "./close-order-payments";

const BATCH = 50;
const AGAIN_MS = 5 * 60_000;

/**
 * Gives back the stock of orders whose time to pay is over. The gateway is asked first: a page that is
 * still open is closed, and one that turns out to be paid keeps its goods.
 */
export async function releaseExpired(): Promise<number> {
  const db = await database();
  const due = await db.stockReservation.findMany({
    where: { status: "held", expiresAt: { lte: new Date() } },
    select: { orderId: true },
    distinct: ["orderId"],
    orderBy: { orderId: "asc" },
    take: BATCH,
  });
  for (const { orderId } of due) {
    try {
      await releaseOrder(orderId);
    } catch (error) {
      report(`the stock of order ${orderId} could not be released`, error);
    }
  }
  return due.length;
}

async function releaseOrder(orderId: string): Promise<void> {
  try {
    await closeOrderPayments({ orderId, actor: "system" });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Paid in part, or not known: the goods stay where they are until it is.
    await inTransaction((tx) =>
      tx.stockReservation.updateMany({
        where: { orderId, status: "held" },
        data: { expiresAt: new Date(Date.now() + AGAIN_MS) },
      }),
    );
    return;
  }
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const mayBePaid =
      liveMinor(order.payments) > 0 || order.payments.some((payment) => openPrimary(payment));
    // Somebody began to pay again, or has paid a part of it, since it was looked at.
    if (mayBePaid) await extendReservations(tx, orderId, new Date(Date.now() + AGAIN_MS));
    else await releaseReservations(tx, orderId);
  });
}
