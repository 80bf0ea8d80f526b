import { openClient } from "./client";
import { ask, askWell } from "./http";
import { load, percentile } from "./load";
import { storeProcess } from "./processor";
import type { Row } from "./report";
import type { World } from "./world";
import { freshSettings, removeData, startStore } from "../fixtures/store-process";

const STARTS = 3;

/** How long a built store takes from its command to its first page, and what it needs after some work. */
export async function start(world: World): Promise<Row[]> {
  const firstMb = await memoryAfterLoad(world);
  // Every start but the first finds its database made.
  await world.restart();
  const memoryMb = await memoryAfterLoad(world);
  const { store } = world;
  return [
    { what: "memory after load", measured: memoryMb, unit: "MB", budget: { atMost: 300 } },
    {
      what: "  of the process that made the database",
      measured: firstMb,
      unit: "MB",
      budget: null,
    },
    {
      what: "start to first page, built, PostgreSQL",
      measured: await startMs(store.settings),
      unit: "s",
      budget: { atMost: 1.5 },
    },
    {
      what: "start to first page, built, embedded database and sandbox",
      measured: await startMs(await freshSettings()),
      unit: "s",
      budget: { atMost: 1.5 },
    },
  ];
}

/** Pages and whole checkouts, each from eight clients. */
async function memoryAfterLoad(world: World): Promise<number> {
  const { url, settings } = world.store;
  const client = await openClient(world);
  await load({ clients: 8, seconds: 10 }, () => askWell(`${url}/products`));
  await load({ clients: 8, seconds: 10 }, async () => {
    const id = await client.checkOut(await client.fillCart());
    await client.post(`/v2/orders/${id}/payments`, { gateway: "manual", method: "purchase" });
  });
  return (await storeProcess(settings["PORT"] ?? "")).residentMb;
}

/** The median of some starts on data that is there already. */
async function startMs(settings: Record<string, string>): Promise<number> {
  const own = { ...settings, PORT: (await freshSettings())["PORT"] ?? "" };
  const warmUp = await startStore(own);
  await warmUp.stop();
  const laps: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    const before = performance.now();
    const starting = startStore(own);
    await firstPage(`http://localhost:${own.PORT}/`);
    laps.push((performance.now() - before) / 1000);
    await (await starting).stop();
  }
  if (settings["DATABASE_URL"] === "") await removeData(warmUp);
  return percentile(laps, 0.5);
}

async function firstPage(url: string): Promise<void> {
  for (;;) {
    const answer = await ask(url).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
