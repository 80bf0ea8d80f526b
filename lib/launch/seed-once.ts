import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Connection } from "@/lib/db/connection";
import { env } from "@/lib/env";
import { runs } from "./programs";

const KEY = "seeded_by";

/**
 * Seeds the database, unless this very build has done so for the same kind of shop. Most starts find that
 * it has: they load neither the seed nor Prisma, which take longer than the rest of the start.
 *
 * @param build the file that names the build; null: there is none, as in development
 */
export async function seedOnce(opened: Connection, build: string | null): Promise<Seeded> {
  const id = build === null ? null : await readFile(build, "utf8").catch(() => null);
  const mark = id === null ? null : `${id} ${env().demo ? "demo" : "shop"}`;
  if (mark !== null && (await isDone(opened, mark))) return { setupLink: null };
  const seeded = await (opened.kind === "server" ? seedApart(build !== null) : seedHere());
  if (mark !== null) await remember(opened, mark);
  return seeded;
}

type Seeded = { setupLink: string | null };

/** An embedded database has room for one process. */
async function seedHere(): Promise<Seeded> {
  const [{ seed }, { disconnect }] = await Promise.all([
    import("@/prisma/seed"),
    import("@/lib/db/client"),
  ]);
  const seeded = await seed();
  // The server's bundle makes a client of its own on the same connection.
  await disconnect();
  return seeded;
}

const answer = z.object({ seeded: z.literal(true), setupLink: z.string().nullable() });

/**
 * In a process of its own: what seeding loads, a second Prisma above all, would stay in the memory of a store
 * for as long as it runs, 50 MB of it.
 *
 * @throws Error without words when that process has failed, which has said why itself
 */
function seedApart(isBuilt: boolean): Promise<Seeded> {
  const child = spawn(process.execPath, runs("lib/launch/seed.ts", isBuilt), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error("")));
    child.on("message", (message) => {
      const told = answer.safeParse(message);
      if (told.success) resolve({ setupLink: told.data.setupLink });
    });
  });
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
