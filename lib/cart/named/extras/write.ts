import type { Tx } from "@/lib/db/transaction";
import type { CartExtras } from "./schema";

/** The cart's row is locked by whoever calls this. */
export async function writeExtras(tx: Tx, cartId: string, extras: CartExtras): Promise<void> {
  await tx.$executeRaw`
    UPDATE carts SET checkout = jsonb_set(checkout, '{extras}', ${JSON.stringify(extras)}::jsonb)
    WHERE id = ${cartId}::uuid`;
}
