import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";

useTestDatabase();

const settings = { DATA_DIR: "/tmp/tender-keys-test" };
const secret = (letter: string) => {
  globalThis.tenderEnv = readEnv({ ...settings, AUTH_SECRET: letter.repeat(40) });
};

/** A process of its own: nothing that another one remembers. */
async function newProcess() {
  vi.resetModules();
  const [keys, tokens] = [await import("./signing-keys"), await import("./token")];
  const write = (now = Date.now()) =>
    tokens.writePublicToken({ clientId: "c", rights: "shopper", generation: 1 }, now, {
      lifetimeSeconds: 14_400,
    });
  const reads = async (token: string, now = Date.now()) =>
    (await tokens.readToken(token, now)) !== null;
  return { ...keys, write, reads };
}

const minute = 60_000;
const day = 24 * 60 * minute;
const kidOf = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;

beforeEach(async () => {
  secret("s");
  await (await database()).signingKey.deleteMany();
});
afterEach(() => {
  globalThis.tenderEnv = undefined;
});

describe("the keys that tokens are signed with", () => {
  it("are one, however many processes ask for the first at once, and all can verify", async () => {
    const processes = [await newProcess(), await newProcess(), await newProcess()];
    const tokens = await Promise.all(processes.flatMap(({ write }) => [write(), write()]));
    expect(new Set(tokens.map(kidOf)).size).toBe(1);
    expect(await (await database()).signingKey.count()).toBe(1);
    for (const { reads } of processes) {
      for (const token of tokens) expect(await reads(token)).toBe(true);
    }
  });

  it("have a private half that the database alone does not tell", async () => {
    await (await newProcess()).write();
    const row = await (await database()).signingKey.findFirstOrThrow();
    expect(Object.keys(Object(row.publicJwk)).toSorted()).toEqual(["e", "kty", "n"]);
    expect(JSON.stringify(row)).not.toMatch(/PRIVATE KEY|MII/);
  });

  it("are of no use to a store with another secret, which makes its own", async () => {
    const token = await (await newProcess()).write();
    secret("t");
    const other = await newProcess();
    expect(await other.reads(token)).toBe(false);
    const own = await other.write();
    expect(kidOf(own)).not.toBe(kidOf(token));
    secret("s");
    const first = await newProcess();
    expect(await first.reads(token)).toBe(true);
    expect(await first.reads(own)).toBe(false);
  });

  it("are made anew after ninety days, shown before they sign, and as long as their tokens live", async () => {
    const began = Date.now() - 91 * day;
    const old = await (await newProcess()).write(began);
    const shop = await newProcess();
    const now = began + 91 * day;
    // The next one is there, and verifiers have time to read it.
    expect(kidOf(await shop.write(now))).toBe(kidOf(old));
    const shown = (await shop.shownKeys(now)).map(({ kid }) => kid);
    expect(shown).toEqual([kidOf(old), expect.any(String)]);
    const late = await shop.write(now + 9 * minute);
    expect(kidOf(late)).toBe(kidOf(old));
    const fresh = await shop.write(now + 16 * minute);
    expect(kidOf(fresh)).toBe(shown[1]);

    expect(await shop.reads(late, now + 17 * minute)).toBe(true);
    const after = await newProcess();
    expect((await after.shownKeys(now + 2 * day)).map(({ kid }) => kid)).toEqual([shown[1]]);
  });

  it("of another process are found at once, and one that nobody has is not asked for again and again", async () => {
    const first = await newProcess();
    await first.write();
    const second = await newProcess();
    expect(await second.keyNamed("nobody")).toBeNull();
    await (await database()).signingKey.deleteMany();
    const third = await newProcess();
    const token = await third.write();
    expect(await second.reads(token)).toBe(false);
    expect(await second.reads(token, Date.now() + 6_000)).toBe(true);
  });
});
