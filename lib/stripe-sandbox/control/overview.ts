import { idOf } from "../ids";
import type { Delivery } from "../store/records";
import type { SandboxEvent } from "../wire";
import type { World } from "../world";

const SHOWN = 25;

/** What the dashboard shows: the newest payments and events of all accounts, endpoints, the clock. */
export function dashboardData(world: World, query: URLSearchParams): object {
  const limit = Math.min(Number(query.get("limit") ?? SHOWN) || SHOWN, 200);
  const payments: object[] = [];
  const events: object[] = [];
  for (const store of world.universe.accounts) {
    for (const intent of take(store.paymentIntents.newest(), limit)) {
      const { id, amount, currency, status, created, description, customer } = intent;
      const refunded = store.charges.find(idOf(intent.latest_charge) ?? "")?.amount_refunded ?? 0;
      const account = store.account;
      payments.push({
        id,
        account,
        amount,
        currency,
        status,
        created,
        description,
        customer,
        refunded,
      });
    }
    for (const event of take(store.events.newest(), limit)) {
      events.push({
        ...shortEvent(event),
        account: store.account,
        deliveries: deliveriesOf(world, event.id),
      });
    }
  }
  return {
    merchant: world.settings.merchant,
    origin: world.origin,
    clock: { now: world.clock.now(), offset_seconds: Math.round(world.clock.offsetMs / 1000) },
    payments: newestFirst(payments, limit),
    events: newestFirst(events, limit),
    endpoints: [...world.universe.platform.webhookEndpoints.newest()],
    faults: faultsOf(world),
  };
}

/** What was asked to go wrong, in the order in which it will. */
export function faultsOf({ faults }: World): object {
  const { requests, webhooks, readers } = faults;
  return { requests, webhooks, readers };
}

/** An event with its payload and what became of its deliveries. */
export function eventDetail(
  world: World,
  id: string,
): { account: string; event: SandboxEvent; deliveries: Delivery[] } | null {
  for (const store of world.universe.accounts) {
    const event = store.events.find(id);
    if (event !== undefined) {
      return { account: store.account, event, deliveries: deliveriesOf(world, id) };
    }
  }
  return null;
}

/** Any object by its id, in any account: for the dashboard's search field. */
export function searchRequests(world: World, query: URLSearchParams): object {
  const id = query.get("id") ?? "";
  const found: object[] = [];
  for (const store of world.universe.accounts) {
    for (const [name, table] of store.tables) {
      if (privateTables.has(name)) continue;
      const value = table.find(id);
      if (value !== undefined) found.push({ account: store.account, kind: name, object: value });
    }
  }
  return { found };
}

const privateTables = new Set(["secrets", "answers", "endpoint_secrets", "settings"]);

const deliveriesOf = (world: World, id: string) =>
  world.universe.platform.deliveries.by("event", id);

function shortEvent({ id, type, created, data }: SandboxEvent) {
  const object = "id" in data.object && typeof data.object.id === "string" ? data.object.id : null;
  return { id, type, created, object };
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}

function newestFirst(rows: object[], limit: number): object[] {
  const at = (row: object) =>
    "created" in row && typeof row.created === "number" ? row.created : 0;
  return rows.toSorted((a, b) => at(b) - at(a)).slice(0, limit);
}
