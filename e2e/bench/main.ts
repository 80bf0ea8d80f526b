import { loadavg } from "node:os";
import { admin } from "./admin";
import { commerceLayer } from "./commerce-layer";
import { gateway } from "./gateway";
import { javascript } from "./javascript";
import { orders } from "./orders";
import { calibration, pages } from "./pages";
import { table, type Row } from "./report";
import { start } from "./start";
import { webhooks } from "./webhooks";
import { openWorld, type World } from "./world";

/** `npm run bench`, or only some sections: `npm run bench -- orders pages`. */
const sections: Record<string, (world: World) => Promise<Row[]>> = {
  calibration,
  orders,
  pages,
  gateway,
  webhooks,
  start,
  javascript,
  "commerce-layer": commerceLayer,
  admin,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
const serverUrl = process.env["TEST_DATABASE_URL"];
if (unknown.length > 0) {
  console.error(
    `There is no section ${unknown.join(", ")}. There are: ${Object.keys(sections).join(", ")}`,
  );
  process.exit(1);
}
if (serverUrl === undefined) {
  console.error(
    "npm run bench starts a PostgreSQL server; without it TEST_DATABASE_URL has to name one.",
  );
  process.exit(1);
}

const chosen = asked.length === 0 ? Object.keys(sections) : ["calibration", ...asked];
const rows: Row[] = [];
const world = await openWorld(serverUrl);
try {
  for (const name of new Set(chosen)) {
    console.error(`${name} … (load ${loadavg()[0]?.toFixed(1)})`);
    const measured = (await sections[name]?.(world)) ?? [];
    for (const { what, measured: figure, unit } of measured) {
      console.error(`  ${what}: ${figure.toFixed(2)} ${unit}`);
    }
    rows.push(...measured);
  }
} finally {
  console.log(`\n${table(rows)}\n`);
  await world.stop();
}
