import { readFile } from "node:fs/promises";
import type { Connection } from "@/lib/db/connection";
import { env } from "@/lib/env";

const KEY = "seeded_by";

/**
 * Seeds the database, unless this very build has done so for the same kind of shop. Most starts find that
 * it has: they load neither the seed nor Prisma, which take longer than the rest of the start.
 *
 * @param build the file that names the build; null: there is none, as in development
 */
export async function seedOnce(
  opened: Connection,
  build: string | null,
): Promise<{ setupLink: string | null }> {
  const id = build === null ? null : await readFile(build, "utf8").catch(() => null);
  const mark = id === null ? null : `${id} ${env().demo ? "demo" : "shop"}`;
  if (mark !== null && (await isDone(opened, mark))) return { setupLink: null };
  const [{ seed }, { disconnect }] = await Promise.all([
    import("@/prisma/seed"),
    import("@/lib/db/client"),
  ]);
  const seeded = await seed();
  // The server's bundle makes a client of its own on the same connection.
  await disconnect();
  if (mark !== null) await remember(opened, mark);
  return seeded;
}

/** Without a merchant somebody still needs the link that makes the first one. */
async function isDone({ executeSql }: Connection, mark: string): Promise<boolean> {
  const { rows } = await executeSql(
    `SELECT 1 FROM settings WHERE key = $1 AND value ->> 'mark' = $2
       AND EXISTS (SELECT 1 FROM merchants)`,
    [KEY, mark],
  );
  return rows.length > 0;
}

async function remember({ executeSql }: Connection, mark: string): Promise<void> {
  await executeSql(
    `INSERT INTO settings (key, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = now()`,
    [KEY, JSON.stringify({ mark })],
  );
}
