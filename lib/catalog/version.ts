import { connection } from "@/lib/db/connection";

/**
 * Changes with everything that a page for shoppers shows of the catalogue; triggers in the database see
 * to it, whoever writes. What was read after this answer is at least as new as what it stands for.
 *
 * A question that came while another was on its way waits for the next one, which serves all who wait:
 * an answer is never older than its question, and many visitors at once cost few statements.
 */
export function catalogVersion(): Promise<string> {
  if (running === null) {
    running = askVersion().finally(() => {
      running = null;
    });
    return running;
  }
  next ??= running
    .catch(() => undefined)
    .then(() => {
      next = null;
      return catalogVersion();
    });
  return next;
}

let running: Promise<string> | null = null;
let next: Promise<string> | null = null;

async function askVersion(): Promise<string> {
  const { executeSql } = await connection();
  const { rows } = await executeSql(
    `SELECT "value"::text AS "version" FROM "counters" WHERE "name" = 'catalog_version'`,
  );
  return String(rows[0]?.["version"] ?? "none");
}
