import { Stripe } from "stripe";
import { openClient } from "./client";
import { percentile, timed } from "./load";
import type { Row } from "./report";
import type { World } from "./world";

const PAYMENTS = 150;

export function gatewayClient({ sandboxUrl }: World): Stripe {
  const { hostname: host, port } = new URL(sandboxUrl);
  return new Stripe("sk_test_sandbox", { host, port: Number(port), protocol: "http" });
}

/** The same card payment, in turn through the store and at the gateway itself. */
export async function gateway(world: World): Promise<Row[]> {
  const client = await openClient(world);
  const stripe = gatewayClient(world);
  const throughStore: number[] = [];
  const direct: number[] = [];
  for (let i = 0; i < PAYMENTS; i += 1) {
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
  const warm = (laps: number[]) => percentile(laps.slice(30), 0.5);
  return [
    {
      what: "pay at the gateway directly, median",
      measured: warm(direct),
      unit: "ms",
      budget: null,
    },
    {
      what: "pay through the store, median",
      measured: warm(throughStore),
      unit: "ms",
      budget: null,
    },
    {
      what: "paying through the store, compared with directly",
      measured: warm(throughStore) / warm(direct),
      unit: "×",
      budget: { atMost: 1.5 },
    },
  ];
}
