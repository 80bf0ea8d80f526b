import { askWell } from "./http";
import { percentile, timed } from "./load";
import { fillOrders } from "./many-orders";
import type { Row } from "./report";
import { backendToken, type World } from "./world";

const LAPS = 100;
const ORDERS = 100_000;
const BUDGET_MS = 30;

const page = "page[size]=25";
const three = "include=line_items,shipping_address,transactions";

/** What a merchant's program lists. */
const lists = {
  "25 orders with three includes": `orders?${page}&${three}`,
  "the same, page 100": `orders?${page}&${three}&page[number]=100`,
  "the same, of one payment status": `orders?${page}&${three}&filter[q][payment_status_eq]=authorized`,
  "the same, of one status": `orders?${page}&${three}&filter[q][status_eq]=approved&sort=-created_at`,
  "the orders of one e-mail": `orders?${page}&${three}&filter[q][customer_email_eq]=shopper77@example.com`,
  "25 captures with their orders": `captures?${page}&include=order`,
};

/** The Commerce Layer dialect with many orders. */
export async function commerceLayer(world: World): Promise<Row[]> {
  await fillOrders(world.sql, ORDERS);
  const headers = {
    accept: "application/vnd.api+json",
    authorization: `Bearer ${await backendToken(world)}`,
  };
  const rows: Row[] = [];
  for (const [what, path] of Object.entries(lists)) {
    const url = `${world.store.url}/api/${path}`;
    const laps: number[] = [];
    for (let i = 0; i < LAPS + 10; i += 1) laps.push(await timed(() => askWell(url, { headers })));
    rows.push({
      what: `commerce layer, ${what}, 100,000 orders, p95`,
      measured: percentile(laps.slice(10), 0.95),
      unit: "ms",
      budget: { atMost: BUDGET_MS },
    });
  }
  return rows;
}
