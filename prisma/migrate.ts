/**
 * `npm run db:migrate` applies the migrations to the database of the settings.
 * `npm run db:migrate -- --create NAME` writes a new one that leads from them to schema.prisma.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeConnection, connection, openEmbedded } from "@/lib/db/connection";
import { applyMigrations, schemaDrift } from "@/lib/db/migrate";

const folder = join(import.meta.dirname, "migrations");

async function create(name: string): Promise<void> {
  const schema = await readFile(join(import.meta.dirname, "schema.prisma"), "utf8");
  // The history is replayed on a database of its own, so no server is needed to write a migration.
  const scratch = await openEmbedded("memory://");
  const sql = await schemaDrift(scratch, folder, schema);
  await scratch.close();
  if (sql === null) {
    console.log("The migrations already say what the schema says.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(folder, `${stamp}_${name.replace(/\W+/g, "_").toLowerCase()}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "migration.sql"), sql);
  console.log(`Wrote ${target}/migration.sql: read it, and add what the schema cannot say.`);
}

async function apply(): Promise<void> {
  const applied = await applyMigrations(await connection(), folder);
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
  await closeConnection();
}

const { values } = parseArgs({ options: { create: { type: "string" } } });
await (values.create ? create(values.create) : apply());
