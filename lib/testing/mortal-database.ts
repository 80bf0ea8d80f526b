import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll } from "vitest";
import { connection, useConnection } from "@/lib/db/connection";

/**
 * A process that dies, without a process: of what runs within `untilDeath` every statement fails after
 * so many, and what it had not committed is undone, as a database does when its client is gone. Call
 * `useMortalDatabase` after `useTestDatabase`.
 */
const lives = new AsyncLocalStorage<{ left: number }>();

class Dead extends Error {
  override readonly name = "Dead";
}

export function useMortalDatabase(): void {
  beforeAll(async () => {
    const opened = await connection();
    const { adapter } = opened;
    const { provider, adapterName } = adapter;
    const connect = async () => mortal(await adapter.connect());
    const connectToShadowDb = () => adapter.connectToShadowDb();
    useConnection({ ...opened, adapter: { provider, adapterName, connect, connectToShadowDb } });
  });
}

/** Does `work` with so many statements to live. Gives null when it died on the way. */
export async function untilDeath<T>(statements: number, work: () => Promise<T>): Promise<T | null> {
  const life = { left: statements };
  try {
    return await lives.run(life, work);
  } catch (error) {
    if (life.left < 0) return null;
    throw error;
  }
}

function isDead(): boolean {
  const life = lives.getStore();
  if (life === undefined) return false;
  life.left -= 1;
  return life.left < 0;
}

type Call = (...args: unknown[]) => Promise<unknown>;

const sqlOf = ([asked]: unknown[]): string =>
  typeof asked === "object" && asked !== null && "sql" in asked ? String(asked.sql) : "";

function mortal<T extends object>(target: T): T {
  const call = (name: string, args: unknown[]): Promise<unknown> => {
    const method: unknown = Reflect.get(target, name);
    if (typeof method !== "function") throw new TypeError(`There is no ${name}.`);
    return Reflect.apply(method, target, args);
  };
  const statement =
    (name: string): Call =>
    async (...args) => {
      const sql = sqlOf(args);
      if (sql === "ROLLBACK" || !isDead()) return call(name, args);
      if (sql === "COMMIT") await call(name, [{ sql: "ROLLBACK", args: [], argTypes: [] }]);
      throw new Dead();
    };
  const methods: Record<string, Call> = {
    queryRaw: statement("queryRaw"),
    executeRaw: statement("executeRaw"),
    startTransaction: async (...args) => {
      if (isDead()) throw new Dead();
      const begun = await call("startTransaction", args);
      return typeof begun === "object" && begun !== null ? mortal(begun) : begun;
    },
  };
  return new Proxy(target, {
    get(inner, name) {
      const own = methods[String(name)];
      if (own && name in inner) return own;
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === "function" ? value.bind(inner) : value;
    },
  });
}
