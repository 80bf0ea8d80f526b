import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { HOLD_MS } from "@/lib/inventory/hold-times";
import { reserveOrderStock } from "@/lib/inventory/reservations";
import { takeUsesAgain } from "@/lib/promotions/uses";

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
