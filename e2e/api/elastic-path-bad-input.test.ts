import { describe, expect, it } from "vitest";
import { writeToken } from "@/lib/auth/api-clients/token";
import { endpoints, type Endpoint } from "@/lib/dialects/elastic-path/openapi/endpoints";
import { hierarchyId } from "@/lib/dialects/elastic-path/json/catalog";
import { newId } from "@/lib/ids";
import { startDialect } from "./elastic-path-fixture";
import { keepWorld, refusing } from "./elastic-path-world";
import { rightBody, wrongBodies, wrongQueries } from "./elastic-path-wrong";

/**
 * What nobody should send, sent to every endpoint of the description. Each time the answer is the contract's
 * error, nothing has changed in the database, and the gateway was not asked.
 */
const dialect = startDialect();
const world = keepWorld(dialect);

const expectRefusal = refusing(dialect);

/** The path with ids that are right as far as they can be. */
function rightPath(path: string): string {
  return path
    .replace("{orderId}", world.held.orderId)
    .replace("{customerId}", world.customerId)
    .replace("{transactionId}", world.held.transactionId)
    .replace("{productId}", world.productId)
    .replace("{ref}", "some-cart")
    .replace(/\{(?:item|tax|discount|group|intent|address)Id\}/g, () => newId())
    .replace("{code}", "NONE")
    .replace("{slug}", "manual")
    .replace("{hierarchyId}", hierarchyId)
    .replace("{nodeId}", world.categoryId)
    .replace("{categoryId}", world.categoryId)
    .replace("{fileId}", newId());
}

const named = endpoints.map((endpoint) => ({
  name: `${endpoint.method} ${endpoint.path}`,
  endpoint,
}));
const guarded = named.filter(({ endpoint }) => endpoint.rights !== "anybody");
const tokenFor = ({ rights }: Endpoint) =>
  rights === "backend" || rights === "customer" ? dialect.backend : dialect.shopper;

const paths = [...new Set(endpoints.map(({ path }) => path))];

const where = (fits: (endpoint: Endpoint) => boolean) =>
  guarded.filter(({ endpoint }) => fits(endpoint));

describe("every endpoint", () => {
  it.each(guarded)("needs a token of ours, of this hour: $name", async ({ endpoint }) => {
    const url = rightPath(endpoint.path);
    const facts = { clientId: "demo-backend", rights: "backend", generation: 1 } as const;
    const expired = writeToken(facts, Date.now() - 3_601_000).token;
    const foreign = writeToken({ ...facts, clientId: "nobody" }).token;
    for (const token of [undefined, "XXXX", `${dialect.backend}x`, expired, foreign]) {
      const [error] = await expectRefusal(endpoint.method, url, { token }, 401);
      expect(error?.title).toBe("Unable to validate access token");
    }
  });

  it.each(paths)("has no other methods than those that are described: %s", async (path) => {
    const has = endpoints.filter((one) => one.path === path).map(({ method }) => method);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const) {
      if (has.some((one) => one === method)) continue;
      const ask = { token: dialect.backend };
      const [error] = await expectRefusal(method, rightPath(path), ask, 405);
      expect(error?.title).toBe("Method Not Allowed");
    }
  });

  it.each(where(({ rights }) => rights === "backend" || rights === "customer"))(
    "is forbidden to shoppers without an account's token, whatever they send: $name",
    async ({ endpoint: { method, path, body } }) => {
      expect.hasAssertions();
      const ask = { token: dialect.shopper, body: body && { data: {} } };
      await expectRefusal(method, rightPath(path), ask, 403);
    },
  );

  it.each(where(({ rights }) => rights === "customer"))(
    "takes no customer's token that is not good, from programs neither: $name",
    async ({ endpoint: { method, path, body } }) => {
      expect.hasAssertions();
      for (const wrong of ["XXXX", "x".repeat(5_000), dialect.shopper]) {
        for (const token of [dialect.shopper, dialect.backend]) {
          const headers = { "X-MOLTIN-CUSTOMER-TOKEN": wrong };
          const ask = { token, headers, body: body && { data: {} } };
          await expectRefusal(method, rightPath(path), ask, 403);
        }
      }
    },
  );

  it.each(
    where(({ path }) =>
      /\{(orderId|transactionId|customerId|productId|slug|hierarchyId|nodeId|categoryId|fileId)\}/.test(
        path,
      ),
    ),
  )("finds nothing under ids that lead nowhere: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    const { method, path } = endpoint;
    const ids = [...path.matchAll(/\{(?:\w+Id|slug)\}/g)];
    for (const [id] of ids) {
      for (const wrong of [newId(), "nope", "%F0%9F%99%82", "1%20OR%201=1"]) {
        const ask = { token: tokenFor(endpoint), body: rightBody(endpoint) };
        await expectRefusal(method, rightPath(path.replace(id, wrong)), ask, 404);
      }
    }
  });

  it.each(where(({ path }) => path.includes("{ref}")))(
    "takes no cart's name with strange characters: $name",
    async ({ endpoint }) => {
      expect.hasAssertions();
      const token = tokenFor(endpoint);
      for (const wrong of ["a%20b", "%2E%2E%2F", "x".repeat(129)]) {
        await expectRefusal(endpoint.method, endpoint.path.replace("{ref}", wrong), { token }, 400);
      }
    },
  );

  it.each(where(({ body }) => body !== undefined))(
    "takes no body that it cannot mean: $name",
    async ({ endpoint }) => {
      expect.hasAssertions();
      const token = tokenFor(endpoint);
      for (const [body, status] of wrongBodies(endpoint)) {
        await expectRefusal(endpoint.method, rightPath(endpoint.path), { token, body }, status);
      }
    },
  );

  it.each(where(({ query }) => query === "list"))(
    "takes no question that it cannot read: $name",
    async ({ endpoint }) => {
      expect.hasAssertions();
      const token = tokenFor(endpoint);
      for (const query of wrongQueries) {
        await expectRefusal(
          endpoint.method,
          `${rightPath(endpoint.path)}?${query}`,
          { token },
          400,
        );
      }
    },
  );
});

it("a browser of any origin may ask", async () => {
  const response = await fetch(`${dialect.origin}/v2/carts/x`, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  const allowed = response.headers.get("access-control-allow-headers")?.toLowerCase() ?? "";
  for (const header of ["authorization", "x-moltin-currency", "ep-beta-features"]) {
    expect(allowed).toContain(header);
  }
});

it("says JSON or a form or nothing: a body is what it is", async () => {
  const { shopper: token } = dialect;
  for (const type of [
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "image/png",
  ]) {
    const body = { data: { name: "Named" } };
    const ask = { token, body, headers: { "Content-Type": type } };
    const { status } = await dialect.ask("PUT", `/v2/carts/${newId()}`, ask);
    expect({ type, status }).toEqual({ type, status: 200 });
  }
});
