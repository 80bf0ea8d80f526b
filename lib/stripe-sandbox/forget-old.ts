import type { Delivery } from "./store/records";
import type { World } from "./world";

const DAY_S = 86_400;
const EVENTS_KEPT_S = 30 * DAY_S;

/** As Stripe does: events are kept for 30 days, answers to idempotency keys for one. */
export async function forgetOld(world: World): Promise<void> {
  const accounts = Array.from(world.universe.accounts, ({ account }) => account);
  for (const account of accounts) {
    await world.run(account, null, ({ store, now }) => {
      for (const id of createdBefore(store.answers.oldest(), now - DAY_S)) store.answers.remove(id);
      for (const id of createdBefore(store.events.oldest(), now - EVENTS_KEPT_S)) {
        store.events.remove(id);
      }
      for (const id of settledBefore(store.deliveries.oldest(), (now - EVENTS_KEPT_S) * 1000)) {
        store.deliveries.remove(id);
      }
    });
  }
}

/** Collected first: a table is not changed while it is walked. */
function createdBefore(rows: Iterable<{ id: string; created: number }>, time: number): string[] {
  const ids: string[] = [];
  for (const { id, created } of rows) {
    if (created > time) break;
    ids.push(id);
  }
  return ids;
}

function settledBefore(rows: Iterable<Delivery>, ms: number): string[] {
  return Array.from(rows)
    .filter(({ status, dueMs }) => status !== "pending" && dueMs < ms)
    .map(({ id }) => id);
}
