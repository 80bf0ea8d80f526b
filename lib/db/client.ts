import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { connection } from "./connection";
import { Prisma, PrismaClient } from "./generated/client";
import { rawStatements } from "./raw";
import { lending, transact } from "./shared-transaction";

type Work<T> = (tx: Prisma.TransactionClient) => Promise<T>;

/** What a process has opened: Prisma's client, and transactions that it shares with raw statements. */
type Database = {
  client: PrismaClient;
  transact<T>(work: Work<T>): Promise<T>;
};

declare global {
  var tenderDatabase: Promise<Database> | undefined;
}

async function open(): Promise<Database> {
  const { adapter } = await connection();
  const driver = await adapter.connect();
  const { provider, adapterName } = adapter;
  const factory: SqlDriverAdapterFactory = {
    provider,
    adapterName,
    connect: () => Promise.resolve(lending(driver)),
  };
  const prisma = new PrismaClient({
    adapter: factory,
    // The embedded database runs one transaction after the other, so a busy moment is a queue.
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
  const raw = rawStatements(driver);
  const client = new Proxy(prisma, {
    get: (target, name) => Reflect.get(raw, name) ?? Reflect.get(target, name),
  });
  return { client, transact: (work) => transact(driver, prisma, work) };
}

function opened(): Promise<Database> {
  globalThis.tenderDatabase ??= open();
  return globalThis.tenderDatabase;
}

/** The database of this process: `(await database()).order.findMany(…)`. Opens it at first use. */
export async function database(): Promise<PrismaClient> {
  return (await opened()).client;
}

/** Runs `work` in one transaction, once; `inTransaction` is what operations use. */
export async function transactOnce<T>(work: Work<T>): Promise<T> {
  return (await opened()).transact(work);
}

export async function disconnect(): Promise<void> {
  const before = globalThis.tenderDatabase;
  globalThis.tenderDatabase = undefined;
  if (before) await (await before).client.$disconnect();
}

export { Prisma };
export type { PrismaClient };
