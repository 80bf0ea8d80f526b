import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { signIn } from "./admin";
import { openClient } from "./client";
import { buildEmptyPage } from "./empty-page";
import { askWell } from "./http";
import type { Row } from "./report";
import { stringIn, type World } from "./world";

/** What a browser that knows modules loads for a page, over what it loads for an empty page. */
export async function javascript(world: World): Promise<Row[]> {
  const { store } = world;
  const { html, folder } = await buildEmptyPage();
  const empty = await kilobytes(html, async (script) =>
    readFile(join(folder, script.replace("/_next/", ".next/"))),
  );
  const rows: Row[] = [
    { what: "JavaScript of an empty page, gzip", measured: empty, unit: "kB", budget: null },
  ];
  for (const { path, cookie, atMost } of await pagesOf(world)) {
    const { body } = await askWell(`${store.url}${path}`, { headers: { cookie } });
    const whole = await kilobytes(body, async (script) =>
      Buffer.from((await askWell(`${store.url}${script}`)).body),
    );
    const what = `JavaScript of ${path.replace(/[0-9a-f-]{36}/, "…")}, beyond an empty page`;
    rows.push({ what, measured: whole - empty, unit: "kB", budget: { atMost } });
  }
  return rows;
}

type Page = { path: string; cookie: string; atMost: number };

async function pagesOf(world: World): Promise<Page[]> {
  const client = await openClient(world);
  const order = await client.checkOut(await client.fillCart());
  const { rows } = await world.sql.query("SELECT slug FROM products ORDER BY slug LIMIT 1");
  const cart = `cart=${await client.fillCart()}`;
  const merchant = await signIn(world);
  return [
    { path: "/", cookie: "", atMost: 15 },
    { path: "/products", cookie: "", atMost: 15 },
    { path: `/products/${stringIn(rows, 0, "slug")}`, cookie: "", atMost: 15 },
    { path: "/cart", cookie: cart, atMost: 15 },
    { path: "/checkout", cookie: cart, atMost: 35 },
    { path: "/admin/orders", cookie: merchant, atMost: 90 },
    { path: `/admin/orders/${order}`, cookie: merchant, atMost: 90 },
  ];
}

type Read = (script: string) => Promise<Buffer>;

async function kilobytes(html: string, read: Read): Promise<number> {
  // `nomodule` is for browsers that are older than modules.
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
  const modern = tags.filter(([tag]) => !/nomodule/i.test(tag));
  const sources = new Set([...modern.flatMap(([, source]) => source ?? []), ...lateOnes(html)]);
  const sizes = [...sources].map(async (source) => gzipSync(await read(pathOf(source))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** Those that a page loads once it was painted (`lib/http/late-scripts.ts`). */
function lateOnes(html: string): string[] {
  const [, list = "[]"] = /const source of (\[[^\]]*\])/.exec(html) ?? [];
  return z.array(z.string()).parse(JSON.parse(list));
}

const pathOf = (source: string) => source.replace(/\?.*$/, "");
