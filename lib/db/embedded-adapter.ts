import type { PGlite } from "@electric-sql/pglite";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

/**
 * Prisma's adapter for PGlite, with two things mended that would lose errors:
 * a script was started and not waited for, and a COMMIT that the database refused (a deferred
 * constraint, such as the ledger's balance) was answered as if it had been done.
 */
export async function embeddedAdapter(
  client: PGlite,
): Promise<SqlMigrationAwareDriverAdapterFactory> {
  const { PrismaPGlite } = await import("pglite-prisma-adapter");
  const watched = watchTransactions(client);
  const factory = new PrismaPGlite(watched.client);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mend(await factory.connect(), client, watched.latest),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

type Latest = () => Promise<unknown>;

/** The same client, remembering the end of the transaction that was begun last. */
function watchTransactions(client: PGlite): { client: PGlite; latest: Latest } {
  let latest: Promise<unknown> = Promise.resolve();
  const watched = new Proxy(client, {
    get(target, name) {
      if (name === "transaction") {
        const begin: PGlite["transaction"] = (work) => {
          const end = target.transaction(work);
          latest = end;
          return end;
        };
        return begin;
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { client: watched, latest: () => latest };
}

function mend(adapter: SqlDriverAdapter, client: PGlite, latest: Latest): SqlDriverAdapter {
  const startTransaction = adapter.startTransaction.bind(adapter);
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      await client.exec(script);
    },
    // The adapter begins the transaction before it first waits, so `latest` is this one. An isolation
    // level is left out: with one connection every transaction is serial.
    startTransaction: async () => {
      const starting = startTransaction();
      const end = latest();
      end.catch(() => undefined);
      const transaction = await starting;
      const commit = transaction.commit.bind(transaction);
      return Object.assign(transaction, {
        commit: async () => {
          await commit();
          await end.catch(refuseCommit);
        },
      });
    },
  });
}

function refuseCommit(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : undefined;
  };
  throw new DriverAdapterError({
    kind: "postgres",
    code: field("code") ?? "N/A",
    severity: field("severity") ?? "ERROR",
    message: error.message,
    detail: field("detail"),
    column: field("column"),
    hint: field("hint"),
  });
}
