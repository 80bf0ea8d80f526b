/**
 * `npm run invariants`: prints what is broken; exit code 1 when anything is, or when there is nothing
 * to look at: then one sentence says why.
 */
import { existsSync } from "node:fs";
import { disconnect } from "@/lib/db/client";
import { closeConnection, connection } from "@/lib/db/connection";
import { env, SettingsError } from "@/lib/env";
import { auditGateways } from "./audit";
import { checkInvariants } from "./invariants";

/** Why the database cannot be looked at, in one sentence; null when it can. */
async function obstacle(): Promise<string | null> {
  const { databaseUrl, dataDir } = env();
  const server = databaseUrl === null ? null : new URL(databaseUrl);
  // Opening a folder that is not there would make an empty database in it.
  if (server === null && !existsSync(`${dataDir}/database`)) {
    return `There is no database in ${dataDir} yet: start the store once, or set DATABASE_URL.`;
  }
  const place = server === null ? dataDir : `${server.host}${server.pathname}`;
  try {
    const opened = await connection();
    const { rows } = await opened.executeSql(`SELECT to_regclass('payments') AS "found"`);
    if (rows[0]?.["found"]) return null;
    return `The database at ${place} has no tables of the store yet: start the store once.`;
  } catch (error) {
    if (error instanceof Error && error.name === "FolderInUse") return error.message;
    return `The database at ${place} cannot be reached: ${reasonOf(error)}.`;
  }
}

/** A refused connection has a code and no words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : error.name;
  return (error.message || code).split("\n")[0] ?? code;
}

/** Everything that is wrong, a line each. */
async function findings(): Promise<string[]> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const found = await obstacle();
  if (found !== null) return [found];
  const violations = await checkInvariants();
  const differences = process.argv.includes("--gateway") ? await auditGateways() : [];
  const broken = [...violations, ...differences];
  if (broken.length === 0) return [];
  const lines = broken.map(({ invariant, message }) => `invariant ${invariant}: ${message}`);
  return [...lines, `${broken.length} violations.`];
}

const lines = await findings().catch((error: unknown) =>
  error instanceof SettingsError ? error.problems : [`The check ended early: ${reasonOf(error)}.`],
);
for (const line of lines) console.error(line);
if (lines.length === 0) console.log("All invariants hold.");
process.exitCode = lines.length === 0 ? 0 : 1;
await disconnect().catch(() => undefined);
await closeConnection().catch(() => undefined);
