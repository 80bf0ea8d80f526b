import { missedEvents } from "@/lib/payments/gateways/stripe/missed-events";
import { processEvents } from "./process";
import { storeEvent } from "./store";

const DAY = 24 * 3_600_000;

/** Stripe tries for three days; what it gave up on is still listed. */
const LOOK_BACK_MS = 4 * DAY;

/**
 * Fetches the events that never reached us. They go through the same inbox, so one that does arrive
 * later is known already. Gives how many were new.
 */
export async function catchUpEvents(now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - LOOK_BACK_MS);
  let found = 0;
  for (const source of ["stripe", "stripe_connect"] as const) {
    for (const event of await missedEvents(source, since)) {
      if (await storeEvent(event)) found += 1;
    }
  }
  if (found > 0) while ((await processEvents()) > 0);
  return found;
}
