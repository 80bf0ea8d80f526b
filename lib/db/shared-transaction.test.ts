import { describe, expect, it } from "vitest";
import { database } from "./client";
import { inTransaction, isDuplicate, type Tx } from "./transaction";
import { useTestDatabase } from "@/lib/testing/database";

useTestDatabase();

const write = (tx: Tx, key: string) => tx.setting.create({ data: { key, value: {} } });
const count = async (key: string) => (await database()).setting.count({ where: { key } });

describe("raw statements and models in one transaction", () => {
  it("see each other's rows before anybody else does", async () => {
    const seen = await inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO settings (key, value) VALUES ('raw', '{"a": 1}')`;
      const model = await tx.setting.findUnique({ where: { key: "raw" } });
      await write(tx, "model");
      const [raw] = await tx.$queryRaw<{ key: string }[]>`
        SELECT key FROM settings WHERE key = ${"model"}`;
      return { model: model?.value, raw };
    });
    expect(seen).toEqual({ model: { a: 1 }, raw: { key: "model" } });
    expect(await count("model")).toBe(1);
  });

  it.each([
    {
      what: "a raw statement",
      says: "division by zero",
      fail: (tx: Tx) => tx.$executeRaw`SELECT 1 / 0`,
    },
    { what: "a model", says: "Unique constraint", fail: (tx: Tx) => write(tx, "raw") },
    { what: "the work itself", says: "no", fail: () => Promise.reject(new Error("no")) },
  ])("are all undone when $what fails", async ({ what, says, fail }) => {
    const work = inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO settings (key, value) VALUES (${what}, '{}')`;
      await write(tx, `${what}, by a model`);
      await fail(tx);
    });
    await expect(work).rejects.toThrow(says);
    expect((await count(what)) + (await count(`${what}, by a model`))).toBe(0);
  });

  it("say alike that a row is there already", async () => {
    const again = inTransaction(
      (tx) => tx.$executeRaw`INSERT INTO settings (key, value) VALUES ('raw', '{}')`,
    );
    expect(await again.catch(isDuplicate)).toBe(true);
    expect(await inTransaction((tx) => write(tx, "raw")).catch(isDuplicate)).toBe(true);
  });

  it("refuse a statement that comes after the end", async () => {
    const ended = await inTransaction((tx) => Promise.resolve({ tx }));
    await expect(ended.tx.$queryRaw`SELECT 1`).rejects.toThrow("has ended");
    await expect(ended.tx.setting.count()).rejects.toThrow("committed transaction");
  });
});

describe("a raw statement", () => {
  it("gives what Prisma would give", async () => {
    const db = await database();
    const at = new Date("2026-11-21T10:11:12.345Z");
    const [row] = await db.$queryRaw<unknown[]>`
      SELECT ${7}::int AS whole, ${2n ** 53n}::bigint AS big, ${at}::timestamptz AS moment,
        ${["a", "b"]}::text[] AS list, ${'{"b": [1]}'}::jsonb AS json, ${null}::text AS nothing,
        ${true}::boolean AS truth, count(*) AS counted, 1.5::numeric::text AS text`;
    expect(row).toEqual({
      whole: 7,
      big: 2n ** 53n,
      moment: at,
      list: ["a", "b"],
      json: { b: [1] },
      nothing: null,
      truth: true,
      counted: 1n,
      text: "1.5",
    });
  });
});
