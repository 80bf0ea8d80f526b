import {
  authenticate,
  createAssertion,
  jwtDecode,
  jwtIsIntegration,
  jwtIsSalesChannel,
  jwtVerify,
} from "@commercelayer/js-auth";
import { describe, expect, it } from "vitest";
import { writeToken } from "@/lib/auth/api-clients/token";
import { database } from "@/lib/db/client";
import { startDialect } from "./commerce-layer-fixture";

/** What the official client of tokens asks for, and what its own tests look for in the answers. */
const dialect = startDialect();

describe("tokens", () => {
  it("say how many more may be asked for, and when there are too many", async () => {
    const ask = () =>
      dialect.ask("POST", "/oauth/token", {
        headers: { "Content-Type": "application/json", "X-Forwarded-For": "203.0.113.77" },
        body: {
          grant_type: "client_credentials",
          client_id: "demo-storefront",
          scope: "market:all",
        },
      });
    const { headers } = await ask();
    expect(headers.get("x-ratelimit-interval")).toBe("60");
    const limit = Number(headers.get("x-ratelimit-limit"));
    expect(Number(headers.get("x-ratelimit-remaining"))).toBe(limit - 1);
    const db = await database();
    await db.rateLimit.updateMany({ data: { count: limit } });
    const refused = await ask();
    expect(refused).toMatchObject({ status: 429, json: { errors: [{ status: 429 }] } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await db.rateLimit.deleteMany();
  });

  it("are what the official client reads", () => {
    const { payload } = jwtDecode(dialect.shopperToken);
    expect(jwtIsSalesChannel(payload)).toBe(true);
    expect(payload).toMatchObject({
      organization: { slug: "tender" },
      application: { kind: "sales_channel" },
      market: { id: ["usd"] },
      test: true,
    });
    expect(jwtIsIntegration(jwtDecode(dialect.backendToken).payload)).toBe(true);
  });

  it("are verified by the official client, with the public key that their header names", async () => {
    for (const token of [dialect.shopperToken, dialect.backendToken]) {
      const verified = await dialect.led(() => jwtVerify(token));
      expect(verified.header).toMatchObject({ alg: "RS512", typ: "JWT" });
      const [head, , signature] = token.split(".");
      const payload = JSON.stringify({ ...verified.payload, scope: "market:code:EUR" });
      const forged = [head, Buffer.from(payload).toString("base64url"), signature].join(".");
      await expect(dialect.led(() => jwtVerify(forged))).rejects.toThrow("Invalid signature");
      expect((await dialect.ask("GET", "/api/skus", { token: forged })).status).toBe(401);
    }
    const { json } = await dialect.ask("GET", "/.well-known/jwks.json");
    expect(json).toEqual({
      keys: [
        {
          kty: "RSA",
          alg: "RS512",
          use: "sig",
          kid: jwtDecode(dialect.shopperToken).header.kid,
          n: expect.any(String),
          e: "AQAB",
        },
      ],
    });
  });

  it("that were given out before they could be verified go on working", async () => {
    const db = await database();
    const { generation } = await db.apiClient.findUniqueOrThrow({ where: { id: "demo-backend" } });
    const { token } = writeToken({ clientId: "demo-backend", rights: "backend", generation });
    expect((await dialect.ask("GET", "/api/orders", { token })).status).toBe(200);
  });

  const unknown = { code: "UNAUTHORIZED", title: "invalid_client", status: 401 };
  const nowhere = { code: "BAD_REQUEST", title: "invalid_scope", status: 400 };

  it.each([
    { why: "an unknown client", clientId: "nobody", scope: "market:all", error: unknown },
    { why: "a wrong secret", clientId: "demo-backend", clientSecret: "wrong", error: unknown },
    { why: "a sales channel without a scope", clientId: "demo-storefront", error: nowhere },
    { why: "no market", clientId: "demo-storefront", scope: "market:code:XXX", error: nowhere },
  ])("are not given for $why", async ({ why: _why, error: expected, ...options }) => {
    const { errors, accessToken } = await dialect.token(options);
    expect(accessToken).toBeUndefined();
    expect(errors).toMatchObject([expected]);
  });

  it.each(["", "{", "[]", "null", { grant_type: 5 }, { grant_type: "client_credentials" }])(
    "are not given for %j, which is a bad request",
    async (body) => {
      const headers = { "Content-Type": "application/json" };
      expect(await dialect.ask("POST", "/oauth/token", { body, headers })).toMatchObject({
        status: 400,
        json: { errors: [{ code: "BAD_REQUEST", title: "invalid_request", status: 400 }] },
      });
    },
  );

  it("stop working when they are given back, here and in other dialects", async () => {
    const { accessToken: token } = await dialect.token({
      clientId: "demo-storefront",
      scope: "market:all",
    });
    const { json: before } = await dialect.ask("GET", "/api/skus", { token });
    expect(before).toHaveProperty("data");
    const body = { client_id: "demo-storefront", token };
    const headers = { "Content-Type": "application/json" };
    expect((await dialect.ask("POST", "/oauth/revoke", { body, headers })).status).toBe(200);
    expect(await dialect.ask("GET", "/api/skus", { token })).toMatchObject({
      status: 401,
      json: { errors: [{ status: "401", code: "INVALID_TOKEN", title: "Invalid token" }] },
    });
  });

  it("are not given back by a client that nobody knows", async () => {
    const headers = { "Content-Type": "application/json" };
    const body = { token: "1234" };
    expect(await dialect.ask("POST", "/oauth/revoke", { body, headers })).toMatchObject({
      status: 403,
      json: { errors: [{ code: "FORBIDDEN", title: "unauthorized_client", status: 403 }] },
    });
  });
});

describe("an assertion", () => {
  const program = { clientId: "demo-backend", clientSecret: "demo-backend-secret" };
  type Payload = Parameters<typeof createAssertion>[0]["payload"];
  type Claims = Payload["https://commercelayer.io/claims"];

  const grant = async (claims: Claims, who: object = program) => {
    const assertion = await createAssertion({
      payload: { "https://commercelayer.io/claims": claims },
    });
    const asked = { ...program, ...who, domain: "tender.test", assertion };
    return dialect.led(() => authenticate("urn:ietf:params:oauth:grant-type:jwt-bearer", asked));
  };

  it("makes a token of a customer whom a program vouches for", async () => {
    const email = "hopper@example.com";
    const { office } = dialect;
    const { id } = await office.customers.create({ email, password: "correct horse battery" });
    const custom_claim = { tier: "gold" };
    const granted = await grant({ owner: { type: "Customer", id }, custom_claim });
    expect(granted).toMatchObject({ ownerType: "customer", ownerId: id, scope: "market:all" });
    expect(granted).toHaveProperty("refreshToken");
    expect(jwtDecode(granted.accessToken).payload).toMatchObject({
      application: { kind: "sales_channel" },
      owner: { type: "Customer", id },
      custom_claim,
    });
    const shop = dialect.client(granted.accessToken);
    expect(await shop.customers.retrieve(id)).toMatchObject({ email });
    await expect(shop.coupons.list()).rejects.toMatchObject({ status: 401 });
  });

  it("makes a program's own token with what else it says", async () => {
    const { accessToken } = await grant({ custom_claim: { app: "till" } });
    expect(jwtDecode(accessToken).payload).toMatchObject({
      application: { kind: "integration" },
      custom_claim: { app: "till" },
    });
    expect(jwtDecode(accessToken).payload).not.toHaveProperty("owner");
  });

  const id = "00000000-0000-7000-8000-000000000000";
  const nobody: Claims = { owner: { type: "Customer", id } };
  const till: Claims = { custom_claim: { app: "till" } };

  it.each([
    { why: "of nobody", claims: nobody, who: {}, title: "invalid_assertion" },
    { why: "without a secret", claims: till, who: { clientSecret: null }, title: "invalid_client" },
    { why: "with a wrong one", claims: till, who: { clientSecret: "no" }, title: "invalid_client" },
  ])("$why gives no token", async ({ claims, who, title }) => {
    expect(await grant(claims, who)).toMatchObject({ errors: [{ title }] });
  });

  it("that was changed on its way gives no token", async () => {
    const payload = { "https://commercelayer.io/claims": { custom_claim: { app: "till" } } };
    const [head, , signature] = (await createAssertion({ payload })).split(".");
    const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
    const asked = {
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      client_id: program.clientId,
      client_secret: program.clientSecret,
      assertion: `${head}.${body}.${signature}`,
    };
    const headers = { "Content-Type": "application/json" };
    expect(await dialect.ask("POST", "/oauth/token", { body: asked, headers })).toMatchObject({
      status: 400,
    });
  });
});
