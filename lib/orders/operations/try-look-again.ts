import { openPrimary } from "@/lib/payments/core/sums";
import { lookAt } from "@/lib/payments/operations/look-again";
import { readOrder } from "@/lib/payments/store/orders";
import { within } from "../within";

const patienceMs = 8_000;

/**
 * Asks the gateway about an order's payments, but not for longer than a person waits for a page.
 * False: it did not answer, so nothing may be said about the payments. What was asked goes on all the
 * same, and recovery asks again.
 */
export async function tryLookAgain(orderId: string): Promise<boolean> {
  const looked = look(orderId).catch((error: unknown) => {
    console.error("could not look again at the payments of an order", { orderId, error });
    return false;
  });
  return within(patienceMs, looked, false);
}

async function look(orderId: string): Promise<boolean> {
  const { payments } = await readOrder(orderId);
  const live = payments.filter(
    (payment) => payment.closedAt === null || openPrimary(payment) !== undefined,
  );
  for (const payment of live) {
    if ((await lookAt(payment, "gateway")) === "unknown") return false;
  }
  return true;
}
