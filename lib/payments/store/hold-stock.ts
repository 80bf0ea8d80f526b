import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { reserveOrderStock } from "@/lib/inventory/reservations";
import { takeUsesAgain } from "@/lib/promotions/uses";

const MINUTE = 60_000;

/** How long a checkout page takes money. Stripe's shortest is 30 minutes; the rest is for a retry. */
export const SESSION_MS = 35 * MINUTE;

/** The goods wait a little longer than the page, so that the last second's payment still gets them. */
export const HOLD_MS = SESSION_MS + 10 * MINUTE;

/**
 * Holds the order's goods for as long as it can be paid, again if an earlier hold has ended; its codes are
 * counted again then.
 *
 * @throws DomainError out_of_stock; wrong_state when others have used up one of its codes meanwhile
 */
export async function holdStock(tx: Tx, orderId: string, now: Date): Promise<void> {
  await reserveOrderStock(tx, orderId, new Date(now.getTime() + HOLD_MS), async () => {
    const limit = await takeUsesAgain(tx, orderId);
    if (limit !== null) throw new DomainError("wrong_state", limit.message, { code: limit.code });
  });
}
