import { disconnect } from "@/lib/db/client";
import { connection, useConnection } from "@/lib/db/connection";

/** Does `work`, and says how many statements it sent to the database. */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: number }> {
  const before = await connection();
  const { adapter } = before;
  let statements = 0;
  const connect: typeof adapter.connect = async () => {
    const driver = await adapter.connect();
    const counted = <A, R>(ask: (asked: A) => R) => {
      const bound = ask.bind(driver);
      return (asked: A) => {
        statements += 1;
        return bound(asked);
      };
    };
    const queryRaw = counted(driver.queryRaw);
    const executeRaw = counted(driver.executeRaw);
    return new Proxy(driver, {
      get: (target, name) => {
        if (name === "queryRaw") return queryRaw;
        if (name === "executeRaw") return executeRaw;
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };
  await disconnect();
  const { provider, adapterName } = adapter;
  const connectToShadowDb = () => adapter.connectToShadowDb();
  useConnection({ ...before, adapter: { provider, adapterName, connect, connectToShadowDb } });
  try {
    return { result: await work(), statements };
  } finally {
    await disconnect();
    useConnection(before);
  }
}
