import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "@/lib/testing/serve";
import { withProgramAnswers } from "./program-answers";

const patterns = {
  "/v2/carts/[ref]": "^/v2/carts/(?<nxtPref>[^/]+?)(?:/)?$",
  "/v2/[...path]": "^/v2/(?<nxtPpath>.+?)(?:/)?$",
  "/pcm/[[...path]]": "^/pcm(?:/(?<nxtPpath>.+?))?(?:/)?$",
};

/** What Next.js builds of a route, as far as it is looked at. */
const routeOf = (handlers: string) =>
  `let loaded; module.exports = { routeModule: {
    ensureUserland: async () => { loaded = ${handlers}; },
    get userland() { return loaded; },
  } };`;
const telling = `async (request, { params }) => Response.json(
  { params: await params, query: new URL(request.url).search, sent: await request.text() },
  { headers: { "X-Frame-Options": "ALLOW", Vary: "Accept" } })`;

const files = {
  "routes-manifest.json": JSON.stringify({
    dynamicRoutes: Object.entries(patterns).map(([page, namedRegex]) => ({ page, namedRegex })),
  }),
  "server/app-paths-manifest.json": JSON.stringify({
    "/(storefront)/page": "app/(storefront)/page.js",
    "/v2/docs/page": "app/v2/docs/page.js",
    "/v2/carts/route": "app/carts.js",
    "/v2/carts/[ref]/route": "app/cart.js",
    "/v2/[...path]/route": "app/others.js",
    "/pcm/[[...path]]/route": "app/others.js",
    "/v2/large/route": "app/large.js",
    "/v2/faulty/route": "app/faulty.js",
    "/v2/unknown/route": "app/unknown.js",
    "/webhooks/stripe/route": "app/silent.js",
  }),
  "server/app/carts.js": routeOf(`{ GET: ${telling} }`),
  "server/app/cart.js": routeOf(`{ GET: ${telling}, POST: ${telling} }`),
  "server/app/others.js": routeOf(`{ GET: ${telling} }`),
  "server/app/large.js": routeOf(`{ GET: async () => Response.json("x".repeat(2000)) }`),
  "server/app/faulty.js": routeOf(`{ GET: async () => { throw new Error("a fault"); } }`),
  "server/app/silent.js": routeOf(`{ POST: async () => new Response(null, { status: 204 }) }`),
  "server/app/unknown.js": "module.exports = { routeModule: { other: 1 } };",
};

let folder = "";
let origin = "";
let close: () => void;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tender-direct-"));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, ".next", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const handle = await withProgramAnswers(async (_request, response) => {
    response.end("Next.js");
  }, folder);
  const served = await serve((request, response) => {
    response.setHeader("x-frame-options", "DENY");
    void handle(request, response);
  });
  ({ origin, close } = served);
});
afterAll(async () => {
  close();
  await rm(folder, { recursive: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init);

describe("what a program asks", () => {
  it.each([
    { path: "/v2/carts", params: {} },
    { path: "/v2/carts/abc?include=items", params: { ref: "abc" }, query: "?include=items" },
    { path: "/v2/some/thing", params: { path: ["some", "thing"] } },
    { path: "/pcm/products", params: { path: ["products"] } },
  ])("is answered by the handler of $path", async ({ path, params, query = "" }) => {
    const answer = await ask(path);
    expect(await answer.json()).toEqual({ params, query, sent: "" });
  });

  it("reaches the handler with its body", async () => {
    const body = "[1, 2]".repeat(100_000);
    const answer = await ask("/v2/carts/abc", { method: "POST", body });
    expect(await answer.json()).toMatchObject({ sent: body });
  });

  it("keeps what was put on the answer before, and adds what may be there twice", async () => {
    const { headers } = await ask("/v2/carts");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("vary")).toBe("Accept, Accept-Encoding");
    expect(headers.get("content-type")).toBe("application/json");
  });

  it("is compressed where the program takes that and it saves something", async () => {
    const encodingOf = async (path: string, accepted: string) =>
      (await ask(path, { headers: { "accept-encoding": accepted } })).headers.get(
        "content-encoding",
      );
    expect(await encodingOf("/v2/large", "gzip, br")).toBe("gzip");
    expect(await encodingOf("/v2/large", "identity")).toBeNull();
    expect(await encodingOf("/v2/carts", "gzip")).toBeNull();
    expect(await (await ask("/v2/large")).json()).toBe("x".repeat(2000));
  });

  it("may have an answer without a body", async () => {
    const answer = await ask("/webhooks/stripe", { method: "POST", body: "{}" });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
  });

  it("ends as an empty 500 where the handler has a fault, and the next one is answered", async () => {
    const answer = await ask("/v2/faulty");
    expect([answer.status, await answer.text()]).toEqual([500, ""]);
    expect((await ask("/v2/carts")).status).toBe(200);
  });
});

describe("what Next.js answers itself", () => {
  it.each([
    { what: "pages", path: "/" },
    { what: "a page among programs' addresses", path: "/v2/docs" },
    { what: "a slash too many, which leads elsewhere", path: "/v2/carts/" },
    { what: "an escaped address", path: "/v2/carts/a%20b" },
    { what: "a method that has no handler", path: "/v2/carts", method: "DELETE" },
    { what: "HEAD and OPTIONS", path: "/v2/carts", method: "OPTIONS" },
    { what: "what it has built in another shape", path: "/v2/unknown" },
  ])("is $what", async ({ path, method }) => {
    const answer = await ask(path, { method: method ?? "GET", redirect: "manual" });
    expect(await answer.text()).toBe("Next.js");
  });
});
