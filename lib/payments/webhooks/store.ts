import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import type { IncomingEvent } from "@/lib/payments/core/types";

/** Keeps an event as it came. False when it is here already: redelivery is harmless. */
export async function storeEvent(event: IncomingEvent): Promise<boolean> {
  const db = await database();
  const { count } = await db.webhookEvent.createMany({
    data: [{ id: newId(), ...event }],
    skipDuplicates: true,
  });
  return count > 0;
}
