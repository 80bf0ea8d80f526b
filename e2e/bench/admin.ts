import { askWell } from "./http";
import { percentile, timed } from "./load";
import { fillOrders } from "./many-orders";
import type { Row } from "./report";
import { stringIn, type World } from "./world";

const LAPS = 60;
const BUDGET_MS = 50;

/** The merchant's pages with few and with very many orders. */
export async function admin(world: World): Promise<Row[]> {
  const cookie = await signIn(world);
  // Twice an hour it reads everything: if that fell into a lap, the lap would tell of nothing else.
  await world.sql.query("DELETE FROM jobs.schedule WHERE name = 'invariants'");
  await fillOrders(world.sql, 1_000);
  const few = await measure(world, cookie);
  await fillOrders(world.sql, 1_000_000);
  const many = await measure(world, cookie);
  return Object.entries(many).flatMap(([what, ms]): Row[] => [
    {
      what: `admin, ${what}, 1,000,000 orders, p95`,
      measured: ms,
      unit: "ms",
      budget: { atMost: BUDGET_MS },
    },
    {
      what: `admin, ${what}, compared with 1,000`,
      measured: ms / (few[what] ?? 0),
      unit: "×",
      budget: { atMost: 2 },
    },
  ]);
}

async function measure(world: World, cookie: string): Promise<Record<string, number>> {
  const { rows } = await world.sql.query(
    "SELECT id, email, number::text FROM orders WHERE channel = 'bench' AND number IS NOT NULL ORDER BY created_at LIMIT 1",
  );
  const [id, email, number] = [
    stringIn(rows, 0, "id"),
    stringIn(rows, 0, "email"),
    stringIn(rows, 0, "number"),
  ];
  const paths = {
    list: "/admin/orders",
    "list of one status": "/admin/orders?status=cancelled",
    "page 40 of the list": "/admin/orders?page=40",
    "search for an e-mail": `/admin/orders?search=${encodeURIComponent(email)}`,
    "search for a name that many have": "/admin/orders?search=Ada",
    "search for a name that nobody has": "/admin/orders?search=Zebediah",
    "search for a number": `/admin/orders?search=${number}`,
    "search for a gateway's reference": "/admin/orders?search=pi_bench_7",
    detail: `/admin/orders/${id}`,
    overview: "/admin",
  };
  const found: Record<string, number> = {};
  for (const [what, path] of Object.entries(paths)) {
    const page = () => askWell(`${world.store.url}${path}`, { headers: { cookie } });
    const laps: number[] = [];
    for (let i = 0; i < LAPS + 10; i += 1) laps.push(await timed(page));
    found[what] = percentile(laps.slice(10), 0.95);
  }
  return found;
}

/** As a browser without JavaScript does: the form's hidden fields say which action it is for. */
export async function signIn({ store }: World): Promise<string> {
  const url = `${store.url}/admin/sign-in`;
  const { body } = await askWell(url);
  const form = new FormData();
  for (const [tag] of body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
    form.set(field("name"), field("value").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  form.set("email", "merchant@tender.test");
  form.set("password", "tender-sandbox");
  const headers = { origin: store.url };
  const answer = await fetch(url, { method: "POST", body: form, headers, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length > 0) return cookies.join("; ");
  throw new Error(`Signing in answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}
