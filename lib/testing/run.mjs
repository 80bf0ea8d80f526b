// The program behind `npm test`: generates the database client, finds or installs a Chromium, runs the
// unit, database and contract tests, and then the browser tests against a store of their own.
import { spawnSync } from "node:child_process";
import { register } from "tsx/esm/api";

register();
const { generateClient } = await import("../launch/build.ts");
const { findChromium } = await import("./chromium.ts");

function step(title, file, args, settings = {}) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, [file, ...args], {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...settings },
  });
  if (status !== 0) process.exit(status ?? 1);
}

await generateClient();
const chromium = findChromium();
console.log(`Chromium: ${chromium}`);
step("unit, database and contract tests", "node_modules/vitest/vitest.mjs", ["run"]);
step("browser tests", "node_modules/@playwright/test/cli.js", ["test"], {
  CHROMIUM_PATH: chromium,
});
