import "server-only";
import { database } from "@/lib/db/client";

/** Until when an order's goods are held for it: the first that ends. Null: nothing is held. */
export async function findHold(orderId: string): Promise<Date | null> {
  const db = await database();
  const first = await db.stockReservation.findFirst({
    where: { orderId, status: "held" },
    orderBy: { expiresAt: "asc" },
    select: { expiresAt: true },
  });
  return first?.expiresAt ?? null;
}
