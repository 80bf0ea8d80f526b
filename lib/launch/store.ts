import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { z } from "zod";
import { catalogVersion } from "@/lib/catalog/version";
import { closeConnection, connection } from "@/lib/db/connection";
import { applyMigrations } from "@/lib/db/migrate";
import { env } from "@/lib/env";
import { withProgramAnswers } from "@/lib/http/direct/program-answers";
import { nameClient } from "@/lib/http/forwarded";
import { withLateScripts } from "@/lib/http/late-scripts";
import { withPageCache } from "@/lib/http/page-cache";
import { refuseUnreadable } from "@/lib/http/readable-address";
import { setSecurityHeaders } from "@/lib/http/security-headers";
import { sendWhole } from "@/lib/http/whole-answers";
import { seedOnce } from "./seed-once";

/**
 * One process of the store: pages, APIs, webhooks and background jobs. It brings the database to the
 * present, and only then listens. Any number of these may share a PostgreSQL.
 */
const { port } = env();
const dev = process.env.NODE_ENV !== "production";
const dir = join(import.meta.dirname, "../..");

function fail(error: unknown): never {
  const sentence = error instanceof Error ? error.message : String(error);
  if (sentence !== "") console.error(sentence);
  process.exit(1);
}

/**
 * Tells Next.js the settings of the build, as its own standalone servers do. Otherwise it loads its compiler
 * (25 MB of machine code) to read the file that they stand in.
 */
async function tellSettings(): Promise<void> {
  const files = join(dir, ".next/required-server-files.json");
  const { config } = z
    .object({ config: z.unknown() })
    .parse(JSON.parse(await readFile(files, "utf8")));
  process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
}

async function openDatabase() {
  const { databaseUrl } = env();
  try {
    const opened = await connection();
    await opened.executeSql("SELECT 1");
    return opened;
  } catch (error) {
    if (databaseUrl === null) return fail(error);
    const { host, pathname } = new URL(databaseUrl);
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    return fail(`DATABASE_URL does not lead to a database (${host}${pathname}): ${reason}`);
  }
}

// Each takes a good part of a start, and the database's is mostly waiting.
const [opened, { default: next }] = await Promise.all([openDatabase(), import("next")]);
await applyMigrations(opened, join(dir, "prisma/migrations")).catch(fail);
const { setupLink } = await seedOnce(opened, dev ? null : join(dir, ".next/BUILD_ID")).catch(fail);

if (!dev) await tellSettings();
const app = next({ dev, dir, port, hostname: "localhost" });
await app.prepare();
const rendered = app.getRequestHandler();
const pages = withPageCache(
  withLateScripts((...ask) => rendered(...ask)),
  catalogVersion,
);
const handle = dev ? rendered : await withProgramAnswers(pages, dir);
const server = createServer((request, response) => {
  setSecurityHeaders(request, response, dev);
  nameClient(request, env().trustedProxies);
  sendWhole(request, response);
  if (refuseUnreadable(request, response)) return;
  void handle(request, response);
});
if (dev) server.on("upgrade", app.getUpgradeHandler());
// Longer than a load balancer keeps an idle connection, so that it never reuses one that we close.
server.keepAliveTimeout = 65_000;
server.once("error", fail);
server.listen(port, () => process.send?.({ listening: port, setupLink }));

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  server.close();
  server.closeIdleConnections();
  await globalThis.tenderStopJobs?.();
  await app.close();
  await closeConnection();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
// The launcher is gone without a word: nobody would end us later.
process.on("disconnect", () => void end());
