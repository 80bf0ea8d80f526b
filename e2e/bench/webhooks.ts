import { Stripe } from "stripe";
import { openClient } from "./client";
import { gatewayClient } from "./gateway";
import { askWell } from "./http";
import { inParallel, percentile, timed } from "./load";
import type { Row } from "./report";
import { stringIn, withProcessorTime, type World } from "./world";

const PAYMENTS = 400;
const SECRET = "whsec_sandbox";

/**
 * Payments that shoppers have confirmed at the gateway and that the store has not heard of yet. All of
 * their events are delivered at once, and the clock stops when the last one has had its effect.
 */
export async function webhooks(world: World): Promise<Row[]> {
  await deliver(world, await confirmPayments(world, 50));
  const burst = await confirmPayments(world, PAYMENTS);
  const { perSecond, rows } = await withProcessorTime(world, "one event", async () => {
    const start = performance.now();
    await deliver(world, burst);
    await untilWorkedOff(world);
    return { count: burst.length, perSecond: (burst.length * 1000) / (performance.now() - start) };
  });
  await requireAllPaid(world);

  const ackMs: number[] = [];
  const single = await confirmPayments(world, 100);
  for (const body of single) {
    ackMs.push(await timed(() => post(world, body)));
    // A gateway's events are spread over time; these come at about a hundred in a second.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await untilWorkedOff(world);
  return [
    {
      what: `webhook events to their durable effect (${burst.length} at once)`,
      measured: perSecond,
      unit: "events/s",
      budget: { atLeast: 300 },
    },
    ...rows,
    {
      what: "acknowledging a webhook, p95",
      measured: percentile(ackMs, 0.95),
      unit: "ms",
      budget: { atMost: 10 },
    },
  ];
}

/** Gives the bodies of all events of these payments, as the gateway sends them. */
async function confirmPayments(world: World, count: number): Promise<string[]> {
  const client = await openClient(world);
  const stripe = gatewayClient(world);
  const intents = new Set<string>();
  const none = Array.from({ length: count });
  await inParallel(8, none, async () => {
    const id = await client.checkOut(await client.fillCart());
    const paid = await client.post(`/v2/orders/${id}/payments`, {
      gateway: "elastic_path_payments_stripe",
      method: "purchase",
      payment_method_types: ["card"],
    });
    const secret = stringIn(paid, "data", "payment_intent", "client_secret");
    const intent = secret.slice(0, secret.indexOf("_secret_"));
    intents.add(intent);
    await stripe.paymentIntents.confirm(intent, {
      payment_method: "pm_card_visa",
      return_url: world.store.url,
    });
  });
  const bodies: string[] = [];
  for await (const event of stripe.events.list({ limit: 100 })) {
    const about = JSON.stringify(event.data.object);
    const intent = /pi_\w+/.exec(about)?.[0] ?? "";
    if (intents.has(intent)) bodies.push(JSON.stringify(event));
    else if (bodies.length > 0 && event.created * 1000 < Date.now() - 120_000) break;
  }
  return bodies.toReversed();
}

function post({ store }: World, body: string) {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: SECRET });
  return askWell(`${store.url}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body,
  });
}

async function deliver(world: World, bodies: string[]): Promise<void> {
  await inParallel(8, bodies, (body) => post(world, body));
}

async function untilWorkedOff({ sql }: World): Promise<void> {
  for (;;) {
    const { rows } = await sql.query(
      "SELECT count(*)::text AS open FROM webhook_events WHERE processed_at IS NULL",
    );
    if (stringIn(rows, 0, "open") === "0") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A figure for events that had no effect would be worth nothing. */
async function requireAllPaid({ sql }: World): Promise<void> {
  const { rows } = await sql.query(
    `SELECT count(*)::text AS open FROM orders o JOIN payments p ON p.order_id = o.id
     WHERE p.gateway_ref LIKE 'pi_%' AND o.payment <> 'paid'`,
  );
  const open = stringIn(rows, 0, "open");
  if (open !== "0") throw new Error(`${open} orders were not paid by their events.`);
}
