import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { useTestDatabase } from "@/lib/testing/database";
import { auth } from "./auth";
import { safeNext } from "./safe-next";
import { clientAddress, signIn } from "./sign-in";

useTestDatabase();

const email = "merchant@tender.test";
const password = "tender-sandbox";
const settings = { DATA_DIR: "/tmp/tender-auth-test", AUTH_SECRET: "s".repeat(40) };

beforeAll(async () => {
  globalThis.tenderEnv = readEnv({ ...settings, STORE_URL: "https://shop.example.com" });
  await createMerchant({ name: "Mo Merchant", email: "Merchant@Tender.test", password });
});

afterAll(() => {
  globalThis.tenderEnv = undefined;
});

beforeEach(async () => {
  const db = await database();
  await db.rateLimit.deleteMany();
  await db.merchantSession.deleteMany();
});

const from = (address: string) => new Headers({ "x-forwarded-for": address });
const sessions = async () => (await database()).merchantSession.count();

describe("signing in", () => {
  it("opens a session with the right password, however the e-mail is spelt", async () => {
    await signIn({ email: "MERCHANT@tender.test", password }, from("203.0.113.1"));
    expect(await sessions()).toBe(1);
  });

  it("answers a wrong password and an unknown e-mail alike", async () => {
    const tried = [
      { email, password: "wrong-password" },
      { email: "no@tender.test", password },
    ];
    const refusal = {
      code: "forbidden",
      message: "That e-mail and password do not go together.",
    };
    for (const typed of tried) {
      await expect(signIn(typed, from("203.0.113.2"))).rejects.toMatchObject(refusal);
    }
    expect(await sessions()).toBe(0);
  });

  it("is closed after many wrong passwords, from many addresses at once, for the right one too", async () => {
    const tries = Array.from({ length: 20 }, (_, i) =>
      signIn({ email, password: `wrong-password-${i}` }, from(`203.0.113.${i}`)).catch(
        (error: { code: string }) => error.code,
      ),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === "forbidden")).toHaveLength(8);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(12);

    const right = signIn({ email, password }, from("198.51.100.7"));
    await expect(right).rejects.toMatchObject({ code: "too_many_attempts" });
    expect(await sessions()).toBe(0);
  });

  it("is closed for an address that tries many e-mails, and open for others", async () => {
    const guess = (i: number) => signIn({ email: `a${i}@tender.test`, password }, from("10.0.0.1"));
    const codes = await Promise.all(
      Array.from({ length: 32 }, (_, i) => guess(i).catch((error: { code: string }) => error.code)),
    );
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(2);
    await signIn({ email, password }, from("10.0.0.2"));
  });

  it("stays open for an address behind which many sign in", async () => {
    for (let i = 0; i < 35; i += 1) await signIn({ email, password }, from("10.0.0.3"));
    expect(await sessions()).toBeGreaterThanOrEqual(35);
  });

  it("believes the nearest proxy, not what the client wrote before it", () => {
    expect(clientAddress(from("6.6.6.6, 203.0.113.9"))).toBe("203.0.113.9");
    expect(clientAddress(new Headers())).toBe("unknown");
  });
});

describe("sessions", () => {
  it("live in a cookie that scripts, plain HTTP and other sites do not get", async () => {
    const { api } = await auth();
    const { headers } = await api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    });
    const cookie = headers.getSetCookie().find((line) => line.includes("session_token"));
    expect(cookie).toMatch(/^__Secure-tender\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/SameSite=Lax/i);

    const [pair = ""] = cookie?.split(";") ?? [];
    const session = await api.getSession({ headers: new Headers({ cookie: pair }) });
    expect(session?.user.email).toBe(email);

    const forged = new Headers({ cookie: `${pair.slice(0, -4)}AAAA` });
    expect(await api.getSession({ headers: forged })).toBeNull();

    await api.signOut({ headers: new Headers({ cookie: pair }) });
    expect(await api.getSession({ headers: new Headers({ cookie: pair }) })).toBeNull();
  });

  it("are not opened by signing up: only we make merchants", async () => {
    const { api } = await auth();
    const body = { name: "Eve", email: "eve@example.com", password: "eve-eve-eve-eve" };
    await expect(api.signUpEmail({ body })).rejects.toThrow(/sign up/i);
    expect(await (await database()).merchant.count()).toBe(1);
  });
});

describe("safeNext", () => {
  it.each([
    ["/admin/orders?search=a%40b&page=2", "/admin/orders?search=a%40b&page=2"],
    ["/admin", "/admin"],
    [undefined, "/admin"],
    ["//evil.example", "/admin"],
    ["/admin//evil.example", "/admin"],
    ["/admin/../checkout", "/admin"],
    ["https://evil.example/admin", "/admin"],
    ["/administrator", "/admin"],
    ["/admin\\evil", "/admin"],
    ["/admin/sign-in?next=/admin", "/admin"],
  ])("%s leads to %s", (next, leads) => expect(safeNext(next)).toBe(leads));
});
