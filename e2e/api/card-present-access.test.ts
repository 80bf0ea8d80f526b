import { afterEach, describe, expect, it } from "vitest";
import { auth } from "@/lib/auth/auth";
import { database } from "@/lib/db/client";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { revokeRegisterKey } from "@/lib/register/keys";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { demoAccount, demoKey, otherAccount, startCardPresent } from "./card-present-fixture";

/** Who may ask: a key for its own account, and a merchant's own pages. */
const register = startCardPresent();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const intentOf = (fields: Record<string, unknown> = {}) => ({
  external_account_id: demoAccount,
  amount: 12.99,
  payment_method_types: "card_present",
  capture_method: "manual",
  external_transaction_id: register.name(),
  ...fields,
});

const post = (path: string, body: unknown, ask = {}) => register.ask("POST", path, body, ask);
describe("a key", () => {
  it("acts for its own account alone: what is another's is not there", async () => {
    const payment_id = await register.authorized();
    const { account, key } = await otherAccount(register.name("account"));
    const named = { external_account_id: account.externalId, payment_id };
    const theirs = { ...named, external_account_id: demoAccount };
    for (const body of [named, theirs]) {
      for (const path of ["capture", "cancel", "refund"]) {
        expect((await post(`/v1/payment/${path}`, body, { key })).status).toBe(404);
      }
    }
    const search = new URLSearchParams({ external_account_id: account.externalId });
    const seen = await register.ask("GET", `/v1/payment/${payment_id}?${search}`, undefined, {
      key,
    });
    expect(seen.status).toBe(404);
    const save = { ...named, external_customer_id: "c" };
    expect((await post("/v1/customer/card", save, { key })).status).toBe(404);
    // Its own key finds it untouched.
    const own = await register.get(`/v1/payment/${payment_id}`);
    expect(own).toMatchObject({ status: "requires_capture", amount_capturable: "12.99" });
  });

  it("that was revoked is no key any more", async () => {
    const { account, key } = await otherAccount(register.name("account"));
    const body = intentOf({ external_account_id: account.externalId });
    expect((await post("/v1/payment/intent", body, { key })).status).toBe(200);
    const db = await database();
    const row = await db.registerKey.findFirstOrThrow({ where: { accountId: account.id } });
    expect(row.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(row)).not.toContain(key);
    await revokeRegisterKey(row.id);
    expect((await post("/v1/payment/intent", body, { key })).status).toBe(401);
  });
});

it("a key may be the user of an address, as https://<key>@shop.example", async () => {
  const ask = (userAndPassword: string) =>
    post(
      "/v1/terminal/connection_token",
      { external_account_id: demoAccount },
      {
        key: null,
        headers: { Authorization: `Basic ${Buffer.from(userAndPassword).toString("base64")}` },
      },
    );
  expect((await ask(`${demoKey}:`)).status).toBe(200);
  expect((await ask("nobody:")).status).toBe(401);
  expect((await ask(`${demoKey}:password`)).status).toBe(401);
  expect((await ask(":")).status).toBe(401);
});

describe("a merchant's own page", () => {
  async function cookie(): Promise<string> {
    const email = `${register.name("merchant")}@example.com`;
    const password = "a password of good length";
    await createMerchant({ name: "Mel", email, password });
    const { api } = await auth();
    const { headers } = await api.signInEmail({ body: { email, password }, returnHeaders: true });
    return (headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  }

  it("needs no key, but its own origin", async () => {
    const own = { cookie: await cookie(), origin: register.origin };
    const ask = (headers: Record<string, string>) =>
      post("/v1/payment/intent", intentOf(), { key: null, headers });
    expect((await ask({ ...own, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await ask({ ...own, origin: "https://evil.example" })).status).toBe(403);
    expect((await ask({ cookie: own.cookie })).status).toBe(403);
    expect((await ask({ ...own, "sec-fetch-site": "cross-site" })).status).toBe(403);
    const search = new URLSearchParams({ external_account_id: demoAccount });
    const read = (headers: Record<string, string>) =>
      register.ask("GET", `/v1/terminal/reader?${search}`, undefined, { key: null, headers });
    expect((await read({ ...own, origin: "https://evil.example" })).status).toBe(403);
    expect((await read({ cookie: own.cookie, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await read({ cookie: own.cookie, "sec-fetch-site": "same-site" })).status).toBe(403);
    expect(
      (await ask({ cookie: "tender.session_token=forged", origin: register.origin })).status,
    ).toBe(401);
  });
});

it("asks browsers of other origins to send a key, and never cookies", async () => {
  const response = await fetch(`${register.origin}/v1/payment/capture`, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-headers")).toContain("Authorization");
  expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  expect(demoKey).not.toBe("");
});
