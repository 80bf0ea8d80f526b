import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { embedded, openServer } from "@/lib/db/connection";
import { applyMigrations } from "@/lib/db/migrate";
import { builtProgram, bundlePrograms } from "@/lib/launch/programs";

/**
 * Migrates one database before all tests; each test file starts from a copy of it. Without
 * TEST_DATABASE_URL the copy is an image that an embedded database in memory loads, with it a
 * database on that server made from a template. The sandbox is compiled once, because it is started
 * by dozens of test files.
 */
declare module "vitest" {
  interface ProvidedContext {
    template:
      { kind: "embedded"; image: string } | { kind: "server"; adminUrl: string; name: string };
    /** The file that `node` runs. */
    sandboxProgram: string;
  }
}

const migrations = join(import.meta.dirname, "../../prisma/migrations");

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env["TEST_DATABASE_URL"];
  const ends = await Promise.all([
    adminUrl ? onServer(project, adminUrl) : inMemory(project),
    compileSandbox(project),
  ]);
  return async () => {
    for (const end of ends) await end();
  };
}

async function compileSandbox(project: TestProject): Promise<() => Promise<void>> {
  // Within the project, because its packages are looked for from there.
  const folder = join("node_modules/.cache/tender", `sandbox-${process.pid}`);
  const source = "lib/stripe-sandbox/main.ts";
  await bundlePrograms([source], folder);
  project.provide("sandboxProgram", builtProgram(source, folder));
  return () => rm(folder, { recursive: true });
}

async function inMemory(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tender-test-"));
  // As for the tests' own processes: it lives for seconds, and to optimize its code takes as long.
  setFlagsFromString("--liftoff-only");
  const client = await PGlite.create("memory://");
  const connection = await embedded(client);
  await applyMigrations(connection, migrations);
  // Nobody makes a database of these here, and they are a third of what each test file would load.
  await connection.executeScript("UPDATE pg_database SET datistemplate = false");
  for (const name of ["template0", "template1"]) {
    await connection.executeScript(`DROP DATABASE ${name}`);
  }
  const image = join(folder, "template.tar");
  const dump = await client.dumpDataDir("none");
  await writeFile(image, Buffer.from(await dump.arrayBuffer()));
  await connection.close();
  project.provide("template", { kind: "embedded", image });
  return () => rm(folder, { recursive: true });
}

async function onServer(project: TestProject, adminUrl: string): Promise<() => Promise<void>> {
  const name = `tender_template_${process.pid}`;
  const admin = await openServer(adminUrl);
  await admin.executeScript(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const connection = await openServer(url.href);
  try {
    await applyMigrations(connection, migrations);
  } finally {
    await connection.close();
    await admin.close();
  }
  project.provide("template", { kind: "server", adminUrl, name });
  return async () => {
    const last = await openServer(adminUrl);
    await last.executeScript(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await last.close();
  };
}
