import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import type { IncomingEvent } from "@/lib/payments/core/types";

/** Keeps an event as it came. False when it is here already: redelivery is harmless. */
export async function storeEvent({
  source,
  externalId,
  type,
  body,
}: IncomingEvent): Promise<boolean> {
  const db = await database();
  const count = await db.$executeRaw`
    INSERT INTO webhook_events (id, source, external_id, type, body)
    VALUES (${newId()}::uuid, ${source}, ${externalId}, ${type}, ${body})
    ON CONFLICT DO NOTHING`;
  return count > 0;
}
