import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import { database } from "@/lib/db/client";
import { useTestDatabase } from "@/lib/testing/database";
import { callerOf } from "./caller";
import {
  createApiClient,
  disableApiClient,
  enableApiClient,
  listApiClients,
  rotateApiClientSecret,
} from "./clients";
import { grantToken, type GrantedToken, type GrantToken } from "./grant-token";
import { seedApiClients } from "./seed";
import { readToken, writePublicToken, writeToken } from "./token";

useTestDatabase();

const settings = { DATA_DIR: "/tmp/tender-clients-test", AUTH_SECRET: "s".repeat(40) };
const hourMs = 3_600_000;
/** Longer than a process goes on believing. */
const soonMs = 6_000;

beforeAll(() => {
  globalThis.tenderEnv = readEnv(settings);
});
afterAll(() => {
  globalThis.tenderEnv = undefined;
});

const backend = async () => {
  const { id, secret } = await createApiClient({ name: "Backend", withSecret: true });
  return { clientId: id, clientSecret: secret };
};

async function granted(command: GrantToken): Promise<GrantedToken> {
  const token = await grantToken(command);
  if (token === null) throw new Error("It was refused.");
  return token;
}

describe("tokens", () => {
  const facts = { clientId: "c", rights: "shopper", generation: 1 } as const;

  const publicly = (now = Date.now()) => writePublicToken(facts, now, { lifetimeSeconds: 3600 });

  it("are read by whoever has the store's secret, for an hour", async () => {
    const { token, expires } = writeToken(facts, 0);
    expect(expires).toBe(3600);
    for (const each of [token, await publicly(0)]) {
      expect(await readToken(each, hourMs - 1)).toEqual(facts);
      expect(await readToken(each, hourMs)).toBeNull();
    }
  });

  it.each(["", "x", "a.b.c", "..", "🙂", `${btoa('{"alg":"none"}')}.${btoa("{}")}.`])(
    "are not %j",
    async (token) => expect(await readToken(token)).toBeNull(),
  );

  it("have one spelling, so that one that was given back has no other that works", async () => {
    for (const token of [writeToken(facts).token, await publicly()]) {
      expect(await readToken(token)).toEqual(facts);
      for (const other of [`${token}=`, `${token} `, `${token}.`]) {
        expect(await readToken(other)).toBeNull();
      }
    }
  });

  it.each(["HS256", "RS512"])("cannot be given more rights (%s)", async (algorithm) => {
    const whole = algorithm === "HS256" ? writeToken(facts).token : await publicly();
    const [head, body = "", signature] = whole.split(".");
    const payload = Buffer.from(body, "base64url").toString().replace("shopper", "backend");
    const forged = [head, Buffer.from(payload).toString("base64url"), signature].join(".");
    expect(await readToken(forged)).toBeNull();
  });
});

describe("clients", () => {
  it("get a shopper's rights without and all rights with their secret", async () => {
    const { clientId, clientSecret } = await backend();
    const shopper = await granted({ clientId, clientSecret: null });
    const all = await granted({ clientId, clientSecret });
    expect(await callerOf(shopper.token)).toEqual({ clientId, rights: "shopper" });
    expect(await callerOf(all.token)).toEqual({ clientId, rights: "backend" });
  });

  it("are refused alike for a wrong id, a wrong secret and a secret that does not exist", async () => {
    const { clientId } = await backend();
    const shop = await createApiClient({ name: "Shop", withSecret: false });
    for (const wrong of [
      { clientId: "nobody", clientSecret: "x" },
      { clientId, clientSecret: "x" },
      { clientId: shop.id, clientSecret: "" },
      { clientId: shop.id, clientSecret: "." },
    ]) {
      expect(await grantToken(wrong)).toBeNull();
    }
  });

  it("have no secret in the database", async () => {
    const { clientId: id, clientSecret } = await backend();
    const row = await (await database()).apiClient.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(clientSecret);
  });

  it("lose the old secret and its tokens when it is rotated", async () => {
    const { clientId, clientSecret } = await backend();
    const { token } = await granted({ clientId, clientSecret });
    const { secret } = await rotateApiClientSecret(clientId);
    expect(await grantToken({ clientId, clientSecret })).toBeNull();
    expect(await callerOf(token, Date.now() + soonMs)).toBeNull();
    const fresh = await granted({ clientId, clientSecret: secret });
    expect(await callerOf(fresh.token, Date.now() + soonMs)).not.toBeNull();
  });

  it("are nobody once they are switched off", async () => {
    const { clientId, clientSecret } = await backend();
    const { token } = await granted({ clientId, clientSecret });
    await disableApiClient(clientId);
    expect(await grantToken({ clientId, clientSecret: null })).toBeNull();
    expect(await callerOf(token, Date.now() + soonMs)).toBeNull();
    await enableApiClient(clientId);
    expect((await granted({ clientId, clientSecret })).rights).toBe("backend");
  });

  it("are listed without anything that opens a door", async () => {
    const { clientId, clientSecret } = await backend();
    const list = await listApiClients();
    expect(list.find(({ id }) => id === clientId)).toMatchObject({ hasSecret: true });
    expect(JSON.stringify(list)).not.toContain(clientSecret);
  });

  it("of the demo exist only where no real money moves", async () => {
    const demo = { clientId: "demo-backend", clientSecret: "demo-backend-secret" };
    globalThis.tenderEnv = readEnv({ ...settings, STORE_URL: "https://shop.example.com" });
    await seedApiClients();
    expect(await grantToken(demo)).toBeNull();

    globalThis.tenderEnv = readEnv(settings);
    await seedApiClients();
    await seedApiClients();
    expect((await granted(demo)).rights).toBe("backend");
  });
});
