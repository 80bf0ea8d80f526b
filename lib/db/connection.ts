import type { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { env } from "@/lib/env";
import { takeFolder } from "./data-folder";
import { embeddedAdapter } from "./embedded-adapter";

/**
 * The one connection to the database that a process has: an embedded PostgreSQL (PGlite) in this very
 * process, or a pool to a server. Nothing else in the project knows which of the two it is.
 */
export type Connection = {
  kind: "embedded" | "server";
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** For programs that bring their own SQL, such as the job queue. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Several statements at once, without parameters: migrations. */
  executeScript(sql: string): Promise<void>;
  /** Runs `work` while no other process of this database runs it under the same number. */
  exclusively<T>(lock: number, work: () => Promise<T>): Promise<T>;
  /** Another connection to this database, where there can be one: what its sessions hold ends with it. */
  apart(): Promise<Connection>;
  close(): Promise<void>;
};

declare global {
  var tenderConnection: Promise<Connection> | undefined;
}

/** Opened at first use and kept on `globalThis`, because one process may hold several bundles of us. */
export function connection(): Promise<Connection> {
  globalThis.tenderConnection ??= open();
  return globalThis.tenderConnection;
}

export function useConnection(opened: Connection): void {
  globalThis.tenderConnection = Promise.resolve(opened);
}

export async function closeConnection(): Promise<void> {
  const opened = globalThis.tenderConnection;
  globalThis.tenderConnection = undefined;
  if (opened) await (await opened).close();
}

async function open(): Promise<Connection> {
  const { databaseUrl, dataDir, building } = env();
  if (building) throw new Error("A page asks for the database while it is built.");
  if (databaseUrl !== null) return openServer(databaseUrl);
  await takeFolder(dataDir);
  return openEmbedded(`${dataDir}/database`);
}

/**
 * V8 optimizes a function of WebAssembly once it has done so much. With ten times its own measure the
 * second processor is left alone while a store starts, and what works a lot is still optimized soon.
 */
const TIERING = "--wasm-tiering-budget=18000000";

/** @param dataDir a folder, or "memory://" for a database that ends with the process. */
export async function openEmbedded(
  dataDir: string,
  options: { snapshot?: Blob } = {},
): Promise<Connection> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString(TIERING);
  const { PGlite } = await import("@electric-sql/pglite");
  const { mkdir } = await import("node:fs/promises");
  if (!dataDir.startsWith("memory://")) await mkdir(dataDir, { recursive: true });
  const { snapshot } = options;
  const client = await PGlite.create({ dataDir, ...(snapshot && { loadDataDir: snapshot }) });
  return embedded(client);
}

export async function embedded(client: PGlite): Promise<Connection> {
  const adapter = await embeddedAdapter(client);
  const opened: Connection = {
    kind: "embedded",
    adapter,
    async executeSql(text, values) {
      // The job queue sends several statements in one text when it has no values for them.
      if (values?.length) return client.query<Record<string, unknown>>(text, values);
      const results = await client.exec(text);
      return { rows: results.flatMap(({ rows }) => rows) };
    },
    async executeScript(sql) {
      await client.exec(sql);
    },
    // Only one process can hold the folder, so nobody is there to be locked out.
    exclusively: (_lock, work) => work(),
    apart: async () => ({ ...opened, close: async () => undefined }),
    close: () => client.close(),
  };
  return opened;
}

export async function openServer(url: string): Promise<Connection> {
  const { Pool } = await import("pg");
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const pool = new Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 10_000,
    // Prisma sends timestamps without a zone and means UTC. A process that hangs within a transaction must
    // not keep an order locked for everybody: after a minute the server ends it, and all is as before.
    // Our statements take milliseconds, and compiling one takes hundreds.
    options: "-c timezone=UTC -c idle_in_transaction_session_timeout=60000 -c jit=off",
  });
  // An idle connection that the server drops must not end the process; the pool opens another.
  pool.on("error", (error) => console.error(`database connection lost: ${error.message}`));
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  return server(pool, wholeScripts(pool, adapter), url);
}

/**
 * A statement with a name is parsed and planned once by each connection and not at each use. Some texts
 * grow with their lists of values, so only so many get a name: the server keeps every one that has.
 *
 * A name lives as long as its session at the server. A pooler in between must therefore give each
 * connection a session of its own (PgBouncer: `pool_mode=session`), or know prepared statements
 * (PgBouncer 1.21 and newer: `max_prepared_statements` above 500). Migrations and the lock of a start
 * need one session anyway.
 */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // Without a name it is planned anew, and so for its values: what LIKE finds depends on them.
    if (names.size >= 500 || / I?LIKE /.test(sql)) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Prisma's adapter cuts a script at every semicolon, also in a function's body or a comment. */
function wholeScripts(
  pool: Pool,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  const executeScript = async (script: string): Promise<void> => {
    await pool.query(script);
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => Object.assign(await adapter.connect(), { executeScript }),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };
}

function server(
  pool: Pool,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  url: string,
): Connection {
  return {
    kind: "server",
    adapter,
    executeSql: (text, values) => pool.query<Record<string, unknown>>(text, values),
    async executeScript(sql) {
      await pool.query(sql);
    },
    async exclusively(lock, work) {
      const client = await pool.connect();
      try {
        await client.query("SELECT pg_advisory_lock($1)", [lock]);
        return await work();
      } finally {
        await client.query("SELECT pg_advisory_unlock($1)", [lock]).catch(() => undefined);
        client.release();
      }
    },
    apart: () => openServer(url),
    close: () => pool.end(),
  };
}
