import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serve } from "@/lib/testing/serve";
import { withPageCache } from "./page-cache";

let origin: string;
let close: () => void;
let version: string | null;
let rendered: number;
let cookie: string | null;
let isCompressing: boolean;

beforeEach(async () => {
  [version, rendered, cookie, isCompressing] = ["1", 0, null, false];
  let nonces = 0;
  const handle = withPageCache(
    async (request, response) => {
      rendered += 1;
      const nonce = nonceIn(String(response.getHeader("content-security-policy")));
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("vary", "rsc");
      if (cookie !== null) response.setHeader("set-cookie", cookie);
      if (request.url === "/products/gone") response.statusCode = 404;
      if (isCompressing && request.headers["accept-encoding"] === "gzip") {
        response.setHeader("content-encoding", "gzip");
        response.end(gzipSync(`<script nonce="${nonce}"></script><p>page ${rendered}</p>`));
        return;
      }
      response.write(`<script nonce="${nonce}"></script>`);
      response.end(`<p>page ${rendered}</p>`);
    },
    async () => {
      if (version === null) throw new Error("The database is away.");
      return version;
    },
  );
  const served = await serve((request, response) => {
    nonces += 1;
    response.setHeader("content-security-policy", `script-src 'nonce-abc${nonces}='`);
    void handle(request, response);
  });
  ({ origin, close } = served);
});

afterEach(() => close());

const nonceIn = (text: string) => /nonce[-="]+([^'"]+)/.exec(text)?.[1];

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${origin}${path}`, { headers });
  return { answer, body: await answer.text() };
}

describe("the page cache", () => {
  it("renders a page once for one version, and again for the next", async () => {
    await get("/products/mug");
    expect((await get("/products/mug")).body).toContain("page 1");
    version = "2";
    expect((await get("/products/mug")).body).toContain("page 2");
    expect(rendered).toBe(2);
  });

  it("gives each answer the nonce of its own policy", async () => {
    await get("/products/mug");
    const { answer, body } = await get("/products/mug");
    expect(rendered).toBe(1);
    expect(nonceIn(body)).toBe(nonceIn(answer.headers.get("content-security-policy") ?? ""));
    expect(answer.headers.get("vary")).toBe("rsc, Accept-Encoding, Accept-Language, Cookie");
    expect(answer.headers.get("content-encoding")).toBe("gzip");
  });

  it("lets the first visitor have it compressed too, and gives it plain to whoever asks so", async () => {
    isCompressing = true;
    const first = await get("/products/mug");
    expect(first.answer.headers.get("content-encoding")).toBe("gzip");
    const second = await get("/products/mug");
    expect(second.body).toContain("page 1");
    expect(nonceIn(second.body)).toBe(
      nonceIn(second.answer.headers.get("content-security-policy") ?? ""),
    );
    const plain = await get("/products/mug", { "accept-encoding": "identity" });
    expect(plain.answer.headers.get("content-encoding")).toBeNull();
    expect(plain.body).toContain("page 1");
  });

  it.each(["cart=x", "a=b; currency=EUR"])("renders anew for a visitor with %s", async (value) => {
    await get("/products/mug");
    await get("/products/mug", { cookie: value });
    expect(rendered).toBe(2);
  });

  it("keeps each language apart, as the browser asks or the visitor chose", async () => {
    await get("/products/mug", { "accept-language": "de-AT,de;q=0.9" });
    const german = await get("/products/mug", { cookie: "locale=de" });
    expect(german.body).toContain("page 1");
    expect((await get("/products/mug", { "accept-language": "en" })).body).toContain("page 2");
  });

  it("keeps each address apart, with its query", async () => {
    await get("/products/mug");
    expect((await get("/products/mug?Colour=Red")).body).toContain("page 2");
  });

  it("leaves other pages, parts of pages and failures alone", async () => {
    for (const path of ["/cart", "/checkout", "/admin", "/products/gone"]) {
      await get(path);
      await get(path);
    }
    await get("/products/mug", { rsc: "1" });
    await get("/products/mug", { rsc: "1" });
    expect(rendered).toBe(10);
  });

  it("keeps nothing that sets a cookie", async () => {
    cookie = "seen=1";
    await get("/");
    await get("/");
    expect(rendered).toBe(2);
  });

  it("is not used while nobody knows the version", async () => {
    await get("/");
    version = null;
    expect((await get("/")).body).toContain("page 2");
  });
});
