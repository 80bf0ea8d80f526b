import { Stripe } from "stripe";
import { openClient } from "./client";
import { ask, askWell } from "./http";
import { percentile, timed } from "./load";
import type { Row } from "./report";
import type { World } from "./world";

const PAYMENTS = 150;

/**
 * What a card payment takes at a real gateway at its best: it asks a network, and that asks a bank. Our
 * sandbox answers from memory in about a millisecond, which nobody's gateway does, so both are measured.
 */
const REAL_GATEWAY_MS = 150;
const REAL_PAYMENTS = 40;

export function gatewayClient({ sandboxUrl }: World): Stripe {
  const { hostname: host, port } = new URL(sandboxUrl);
  return new Stripe("sk_test_sandbox", { host, port: Number(port), protocol: "http" });
}

export async function gateway(world: World): Promise<Row[]> {
  const fromMemory = await compare(world, PAYMENTS);
  await setLatency(world, REAL_GATEWAY_MS);
  const real = await compare(world, REAL_PAYMENTS);
  await setLatency(world, 0);
  const median = (what: string, measured: number): Row => ({
    what: `${what}, median`,
    measured,
    unit: "ms",
    budget: null,
  });
  const ratio = (what: string, { throughStore, direct }: Compared): Row => ({
    what: `paying through the store, compared with directly (${what})`,
    measured: throughStore / direct,
    unit: "×",
    budget: { atMost: 1.5 },
  });
  return [
    median("pay at the sandbox directly", fromMemory.direct),
    median("pay at the sandbox through the store", fromMemory.throughStore),
    ratio("a gateway that answers from memory", fromMemory),
    ratio(`a gateway that takes ${REAL_GATEWAY_MS} ms`, real),
  ];
}

/** How long the sandbox takes for each payment; zero: no longer than it needs. */
async function setLatency({ sandboxUrl }: World, ms: number): Promise<void> {
  const faults = `${sandboxUrl}/_sandbox/faults`;
  await ask(faults, { method: "DELETE" });
  if (ms === 0) return;
  const requests = [{ endpoint: "POST /v1/payment_intents", kind: "latency", ms }];
  const headers = { "content-type": "application/json" };
  await askWell(faults, { method: "POST", headers, body: JSON.stringify({ requests }) });
}

type Compared = { throughStore: number; direct: number };

/** The same card payment, in turn through the store and at the gateway itself: medians, in ms. */
async function compare(world: World, payments: number): Promise<Compared> {
  const client = await openClient(world);
  const stripe = gatewayClient(world);
  const throughStore: number[] = [];
  const direct: number[] = [];
  for (let i = 0; i < payments; i += 1) {
    const id = await client.checkOut(await client.fillCart());
    const card = { gateway: "stripe", method: "purchase", payment: "pm_card_visa" };
    throughStore.push(await timed(() => client.post(`/v2/orders/${id}/payments`, card)));
    direct.push(
      await timed(() =>
        stripe.paymentIntents.create({
          amount: 2000,
          currency: "usd",
          payment_method: "pm_card_visa",
          confirm: true,
          return_url: world.store.url,
        }),
      ),
    );
  }
  const warm = (laps: number[]) => percentile(laps.slice(Math.floor(payments / 5)), 0.5);
  return { throughStore: warm(throughStore), direct: warm(direct) };
}
