import { connection } from "./connection";
import { Prisma, PrismaClient } from "./generated/client";

declare global {
  var tenderPrisma: Promise<PrismaClient> | undefined;
}

async function connect(): Promise<PrismaClient> {
  const { adapter } = await connection();
  return new PrismaClient({
    adapter,
    // The embedded database runs one transaction after the other, so a busy moment is a queue.
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
}

/** The database of this process: `(await database()).order.findMany(…)`. Opens it at first use. */
export function database(): Promise<PrismaClient> {
  globalThis.tenderPrisma ??= connect();
  return globalThis.tenderPrisma;
}

export async function disconnect(): Promise<void> {
  const client = globalThis.tenderPrisma;
  globalThis.tenderPrisma = undefined;
  if (client) await (await client).$disconnect();
}

export { Prisma };
export type { PrismaClient };
