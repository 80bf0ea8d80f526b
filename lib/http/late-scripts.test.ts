import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serve } from "@/lib/testing/serve";
import { withLateScripts } from "./late-scripts";
import { notHere } from "./not-here";

const rendered = [
  "<html><head>",
  '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/main.js"/>',
  '<script src="/chunk.js" async="" nonce="n"></script>',
  '<script src="/old-browsers.js" noModule="" nonce="n"></script>',
  '</head><body><p>A “mug”</p><script nonce="n">data()</script>',
  '<script src="/main.js" nonce="n" async=""></script></body></html>',
];

let origin: string;
let close: () => void;
let type: string;

beforeEach(async () => {
  type = "text/html; charset=utf-8";
  const handle = withLateScripts(async (request, response) => {
    if (request.url === "/cart/gone") return void response.writeHead(303, { location: "/" }).end();
    response.setHeader("content-type", type);
    // As Next.js's compressor does, which wants to see the head before the first part.
    response.writeHead(200);
    if (request.url === "/products/gone") response.write('<html id="__next_error__">');
    if (request.url === "/products/none") {
      response.write(renderToStaticMarkup(createElement("meta", notHere)));
    }
    for (const part of rendered) response.write(part);
    response.end();
  });
  const served = await serve((request, response) => {
    response.setHeader("content-security-policy", "script-src 'nonce-n'");
    void handle(request, response);
  });
  ({ origin, close } = served);
});

afterEach(() => close());

async function get(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${origin}${path}`, { redirect: "manual", ...init });
  return { answer, body: await answer.text() };
}

const asTheyWere = rendered.join("");

describe("a shopper's page", () => {
  it.each(["/", "/products?q=mug", "/products/mug", "/cart", "/checkout", "/orders/a-token"])(
    "%s names its scripts to a loader at its end, and to nothing else",
    async (path) => {
      const { answer, body } = await get(path);
      expect(answer.headers.get("content-encoding")).toBe("gzip");
      expect(body).not.toContain("async=");
      expect(body).not.toContain("preload");
      expect(body).toContain('<script src="/old-browsers.js" noModule="" nonce="n"></script>');
      expect(body).toContain('<p>A “mug”</p><script nonce="n">data()</script>');
      expect(body).toMatch(
        /<script nonce="n">[^<]*\["\/chunk.js","\/main.js"\][^<]*<\/script><\/body>/,
      );
    },
  );

  it("is plain for whoever takes nothing else, and of the length that it says", async () => {
    const { answer, body } = await get("/cart", { headers: { "accept-encoding": "identity" } });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(Number(answer.headers.get("content-length"))).toBe(Buffer.byteLength(body));
  });

  it("is answered as not found where it says so itself", async () => {
    const { answer, body } = await get("/products/none");
    expect(answer.status).toBe(404);
    expect(body).toContain("A “mug”");
    expect((await get("/products/mug")).answer.status).toBe(200);
  });

  it.each([
    "/checkout/payment",
    "/orders/a-token/pay",
    "/orders/a-token/pay?x=1",
    "/admin",
    "/products/mug.svg",
    "/v2/orders",
  ])("is not what %s is: it comes as it was written", async (path) =>
    expect((await get(path)).body).toBe(asTheyWere),
  );

  it("is not a part of a page, nor what a form answers", async () => {
    expect((await get("/cart", { headers: { rsc: "1" } })).body).toBe(asTheyWere);
    expect((await get("/cart", { method: "POST" })).body).toBe(asTheyWere);
  });

  it("keeps its scripts where it shows nothing without them", async () => {
    expect((await get("/products/gone")).body).toBe(`<html id="__next_error__">${asTheyWere}`);
  });

  it("may be something else: a redirect, a file", async () => {
    const { answer } = await get("/cart/gone");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    type = "application/pdf";
    expect((await get("/orders/a-token")).body).toBe(asTheyWere);
  });
});
