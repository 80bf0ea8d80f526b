import { openClient } from "./client";
import { load, percentile, timed } from "./load";
import type { Row } from "./report";
import { withProcessorTime, type World } from "./world";

/** Cart, item, checkout, manual payment, read: through the Elastic Path dialect. */
export async function orders(world: World): Promise<Row[]> {
  const client = await openClient(world);
  const placingMs: number[] = [];
  const order = async () => {
    const cart = await client.fillCart();
    let id = "";
    placingMs.push(
      await timed(async () => {
        id = await client.checkOut(cart);
      }),
    );
    await client.post(`/v2/orders/${id}/payments`, { gateway: "manual", method: "purchase" });
    await client.get(`/v2/orders/${id}`);
  };
  await load({ clients: 8, seconds: 4 }, order);
  const { perSecond, rows } = await withProcessorTime(world, "one checkout", () =>
    load({ clients: 8, seconds: 10 }, order),
  );
  placingMs.length = 0;
  await load({ clients: 1, seconds: 6 }, order);
  return [
    {
      what: "full checkout through the API, 8 clients",
      measured: perSecond,
      unit: "orders/s",
      budget: { atLeast: 70 },
    },
    ...rows,
    {
      what: "place an order, one client, p95",
      measured: percentile(placingMs, 0.95),
      unit: "ms",
      budget: { atMost: 15 },
    },
  ];
}
