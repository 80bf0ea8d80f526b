import { askWell } from "./http";
import { load } from "./load";
import type { Row } from "./report";
import { stringIn, withProcessorTime, type World } from "./world";

/** A page as a shopper without cookies asks for it, from eight clients at once. */
export async function pages(world: World): Promise<Row[]> {
  const { rows } = await world.sql.query("SELECT slug FROM products ORDER BY slug");
  const urls = rows.map((row) => `${world.store.url}/products/${stringIn(row, "slug")}`);
  let next = 0;
  const page = () => askWell(urls[next++ % urls.length] ?? "");
  await load({ clients: 8, seconds: 4 }, page);
  const { perSecond, rows: cpu } = await withProcessorTime(world, "one page", () =>
    load({ clients: 8, seconds: 8 }, page),
  );
  return [
    {
      what: "product page, 8 clients",
      measured: perSecond,
      unit: "pages/s",
      budget: { atLeast: 400 },
    },
    ...cpu,
  ];
}

/** The least that this framework can do here and now: says what the other figures are worth. */
export async function calibration(world: World): Promise<Row[]> {
  const empty = () => askWell(`${world.store.url}/healthz`);
  await load({ clients: 8, seconds: 2 }, empty);
  const { perSecond, rows } = await withProcessorTime(world, "one answer", () =>
    load({ clients: 8, seconds: 4 }, empty),
  );
  return [
    {
      what: "calibration: an empty route, 8 clients",
      measured: perSecond,
      unit: "answers/s",
      budget: null,
    },
    ...rows,
  ];
}
