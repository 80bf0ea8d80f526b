import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Connection } from "./connection";

/**
 * Migrations by Prisma's official schema engine in its WASM form, because its native form is a
 * download that closed networks cannot make. It keeps `_prisma_migrations` as `prisma migrate deploy`
 * does, so both can be used on one database.
 */
const MIGRATION_LOCK = 7_232_017;
const noFilter = { externalTables: [], externalEnums: [] };

type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngine;
};

declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void };
}

let loaded: Promise<EngineModule> | undefined;

/** Once in a process: its JavaScript knows only the instance that was loaded last. */
function loadEngine(): Promise<EngineModule> {
  loaded ??= instantiateEngine();
  return loaded;
}

async function instantiateEngine(): Promise<EngineModule> {
  // The engine tells the reason of a panic here, and calls it without asking whether it is there.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => console.error(`schema engine: ${message}`),
  };
  const bg: EngineModule & WebAssembly.ModuleImports =
    await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = await readFile(join(entry, "..", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(file, { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return bg;
}

/** The engine wants a schema even where it only replays migrations. */
const noModels = 'datasource db {\n  provider = "postgresql"\n}\n';

/** The schema engine on this connection. Free it after use. */
async function openEngine(connection: Connection, schema = noModels): Promise<SchemaEngine> {
  const { SchemaEngine: Engine } = await loadEngine();
  const datamodels: [string, string][] = [["schema.prisma", schema]];
  const factory = bindMigrationAwareSqlAdapterFactory(connection.adapter);
  return Engine.new({ datamodels }, () => undefined, factory);
}

/** The migrations in `folder`, as the engine wants them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.toSorted().map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(folder, path, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  const content = await readFile(join(folder, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Whether every migration was applied as it is written now; the engine need not be loaded then. */
async function isCurrent(connection: Connection, list: MigrationList): Promise<boolean> {
  const { rows } = await connection.executeSql(
    "SELECT to_regclass('_prisma_migrations')::text AS name",
  );
  if (!rows[0]?.["name"]) return false;
  const { rows: applied } = await connection.executeSql(
    "SELECT checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const checksums = new Set(applied.map((row) => row["checksum"]));
  return list.migrationDirectories.every(({ migrationFile: { content } }) => {
    return checksums.has(createHash("sha256").update(content.value).digest("hex"));
  });
}

/** Applies what is missing, one process at a time. Gives the names of what it applied. */
export async function applyMigrations(connection: Connection, folder: string): Promise<string[]> {
  const list = await readMigrations(folder);
  if (await isCurrent(connection, list)) return [];
  return connection.exclusively(MIGRATION_LOCK, async () => {
    // Another process may have done it while this one waited.
    if (await isCurrent(connection, list)) return [];
    // The engine takes a lock of its own and never gives it back: it ends with its session.
    const apart = await connection.apart();
    try {
      const engine = await openEngine(apart);
      const input = { migrationsList: list, filters: noFilter };
      const { appliedMigrationNames } = await engine.applyMigrations(input);
      engine.free();
      return appliedMigrationNames;
    } finally {
      await apart.close();
    }
  });
}

/** The SQL that leads from what the migrations make to what the schema says; null when they agree. */
export async function schemaDrift(
  connection: Connection,
  folder: string,
  schema: string,
): Promise<string | null> {
  const engine = await openEngine(connection, schema);
  try {
    const files = [{ path: "schema.prisma", content: schema }];
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations(folder)) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    engine.free();
  }
}
