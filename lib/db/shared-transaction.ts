import { AsyncLocalStorage } from "node:async_hooks";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import type { Prisma, PrismaClient } from "./generated/client";
import { rawStatements } from "./raw";

/**
 * One database transaction that raw statements and Prisma's models share. It is begun at the driver, so
 * work that needs no model never starts Prisma's own machinery for transactions, which costs as much as
 * two statements. The first use of a model has Prisma begin one, and it is given this.
 */
const lent = new AsyncLocalStorage<Transaction>();

/** The adapter for Prisma: what it begins is a new transaction, or the one that is being shared. */
export function lending(driver: SqlDriverAdapter): SqlDriverAdapter {
  const startTransaction: SqlDriverAdapter["startTransaction"] = async (level) =>
    lent.getStore() ?? driver.startTransaction(level);
  return new Proxy(driver, {
    get: (target, name) =>
      name === "startTransaction" ? startTransaction : Reflect.get(target, name),
  });
}

/**
 * Runs `work` in one transaction of `driver`. What it throws undoes everything.
 * @throws whatever `work` throws, and what the database says to COMMIT
 */
export async function transact<T>(
  driver: SqlDriverAdapter,
  client: PrismaClient,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  const transaction = guarded(await driver.startTransaction());
  const models = modelsWithin(client, transaction);
  const raw = rawStatements(transaction);
  const tx = new Proxy<Prisma.TransactionClient>(client, {
    get: (target, name) => Reflect.get(raw, name) ?? models.get(Reflect.get(target, name), name),
  });
  try {
    const result = await work(tx);
    await models.end();
    await transaction.finish("commit");
    return result;
  } catch (error) {
    await models.end().catch(() => undefined);
    await transaction.finish("rollback").catch(() => undefined);
    throw error;
  }
}

/**
 * After its end the connection belongs to somebody else: a statement that comes late must fail, and not
 * become a part of their transaction.
 */
function guarded(transaction: Transaction) {
  let isOver = false;
  const within = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
    async function (...args: A): Promise<R> {
      if (isOver) throw new Error("This database transaction has ended.");
      return ask(...args);
    };
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: within(transaction.queryRaw.bind(transaction)),
    executeRaw: within(transaction.executeRaw.bind(transaction)),
    async finish(how: "commit" | "rollback"): Promise<void> {
      if (isOver) return;
      isOver = true;
      try {
        // Some drivers leave the statement to their caller, and only give the connection back.
        if (!transaction.options.usePhantomQuery) {
          await transaction.executeRaw({ sql: how.toUpperCase(), args: [], argTypes: [] });
        }
      } finally {
        await transaction[how]();
      }
    },
  };
}

type Guarded = ReturnType<typeof guarded>;

/** Prisma's models in this transaction, of which Prisma only hears when one is used. */
function modelsWithin(client: PrismaClient, transaction: Guarded) {
  let end = (): void => undefined;
  const untilEnd = new Promise<void>((resolve) => (end = resolve));
  let opened: Promise<Prisma.TransactionClient> | null = null;
  let ended: Promise<void> = Promise.resolve();
  const leaveOpen = (): Promise<void> => Promise.resolve();
  const shared: Transaction = {
    ...transaction,
    options: { usePhantomQuery: true },
    commit: leaveOpen,
    rollback: leaveOpen,
  };
  const open = (): Promise<Prisma.TransactionClient> => {
    opened ??= new Promise((resolve, reject) => {
      const began = (prisma: Prisma.TransactionClient): Promise<void> => {
        resolve(prisma);
        return untilEnd;
      };
      ended = lent.run(shared, () => client.$transaction(began));
      ended.catch(reject);
    });
    return opened;
  };
  const calling =
    (name: string | symbol, method: string | symbol | null) =>
    async (...args: unknown[]): Promise<unknown> => {
      const prisma = await open();
      const owner: unknown = method === null ? prisma : Reflect.get(prisma, name);
      if (typeof owner !== "object" || owner === null) throw new TypeError(`No ${String(name)}.`);
      const member: unknown = Reflect.get(owner, method ?? name);
      if (typeof member !== "function") throw new TypeError(`No ${String(method)}.`);
      return Reflect.apply(member, owner, args);
    };
  return {
    get(known: unknown, name: string | symbol): unknown {
      if (typeof known === "function") return calling(name, null);
      if (typeof known !== "object" || known === null) return known;
      return new Proxy(known, { get: (_model, method) => calling(name, method) });
    },
    async end(): Promise<void> {
      end();
      await ended;
    },
  };
}
