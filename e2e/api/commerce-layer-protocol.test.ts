import type { QueryFilter } from "@commercelayer/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { addGoods, startDialect, type Goods } from "./commerce-layer-fixture";

const dialect = startDialect();
let goods: Goods;

beforeAll(async () => {
  goods = await addGoods();
});

const error = (status: number, code: string) => ({
  status,
  json: { errors: [{ status: String(status), code }] },
});

describe("the protocol", () => {
  const get = (path: string, headers = {}) =>
    dialect.ask("GET", `/api/${path}`, { token: dialect.backendToken, headers });

  it.each([
    { path: "skus", headers: { Accept: "application/json" }, status: 406, code: "NOT_ACCEPTABLE" },
    { path: "nothing", status: 404, code: "RECORD_NOT_FOUND" },
    { path: "skus/unknown", status: 404, code: "RECORD_NOT_FOUND" },
    { path: "skus?include=colour", status: 400, code: "INVALID_INCLUDE" },
    { path: "skus?fields[skus]=colour", status: 400, code: "INVALID_FIELD" },
    { path: "skus?sort=colour", status: 400, code: "INVALID_SORT_CRITERIA" },
    { path: "skus?filter[q][colour_eq]=red", status: 400, code: "FILTER_NOT_ALLOWED" },
    { path: "skus?filter[q]=red", status: 400, code: "INVALID_FILTERS_SYNTAX" },
    { path: "skus?page[size]=26", status: 400, code: "INVALID_PAGE_VALUE" },
    { path: "orders/%00", status: 400, code: "INVALID_DATA_FORMAT" },
    { path: "orders?filter[q][number_eq]=%00", status: 400, code: "INVALID_DATA_FORMAT" },
    { path: "skus?colour=red", status: 400, code: "PARAM_NOT_ALLOWED" },
    { path: "orders?filter[q][created_at_gt]=soon", status: 400, code: "INVALID_FILTER_VALUE" },
  ])("refuses $path with $status $code", async ({ path, headers = {}, status, code }) => {
    expect(await get(path, headers)).toMatchObject(error(status, code));
  });

  it("wants a token, and its media type for what is written", async () => {
    expect(await dialect.ask("GET", "/api/skus")).toMatchObject(error(401, "INVALID_TOKEN"));
    const asked = {
      token: dialect.shopperToken,
      body: {},
      headers: { "Content-Type": "application/json" },
    };
    expect(await dialect.ask("POST", "/api/orders", asked)).toMatchObject(
      error(415, "UNSUPPORTED_MEDIA_TYPE"),
    );
  });

  it.each([
    { name: "a character that no text keeps", value: '"\\u0000"' },
    { name: "half a character", value: '"\\ud800"' },
    { name: "too many levels", value: `${"[".repeat(9_000)}${"]".repeat(9_000)}` },
  ])("refuses a body with $name", async ({ value }) => {
    const headers = { "Content-Type": "application/vnd.api+json" };
    const body = `{"data":{"type":"orders","attributes":{"metadata":{"value":${value}}}}}`;
    const asked = { token: dialect.shopperToken, body, headers };
    expect(await dialect.ask("POST", "/api/orders", asked)).toMatchObject(
      error(400, "INVALID_DATA_FORMAT"),
    );
  });

  it.each(["orders", "captures", "customers", "stock_items"])(
    "tells a sales channel that it may not list %s",
    async (type) => {
      const asked = { token: dialect.shopperToken };
      expect(await dialect.ask("GET", `/api/${type}`, asked)).toMatchObject(
        error(401, "UNAUTHORIZED"),
      );
    },
  );
});

describe("reading the catalogue with the official client", () => {
  it("lists in pages, sorted, with what is included", async () => {
    const list = await dialect.shop.skus.list({
      include: ["prices"],
      sort: { code: "desc" },
      pageSize: 2,
    });
    expect(list.meta).toMatchObject({ recordCount: 3, pageCount: 2, currentPage: 1 });
    expect(codesOf(list)).toEqual([goods.lastPlate, goods.mug]);
    // The token is for one market, so the other currency is not seen.
    expect(list[1]?.prices).toMatchObject([
      { currency_code: "USD", amount_cents: 1800, amount_float: 18, formatted_amount: "$18.00" },
    ]);
    expect(list[1]?.prices?.length).toBe(1);
  });

  it.each<{ filters: QueryFilter; found: string[] }>([
    { filters: { name_cont: "AM" }, found: ["lamp"] },
    { filters: { name_start_any: "Mu,Pla" }, found: ["mug", "lastPlate"] },
    { filters: { code_or_name_end: "amp" }, found: ["lamp"] },
    { filters: { name_not_eq: "Mug" }, found: ["lamp", "lastPlate"] },
    { filters: { prices_amount_cents_gteq: 5000 }, found: ["lamp"] },
    { filters: { created_at_gt: "2999-01-01" }, found: [] },
    { filters: { description_blank: true }, found: [] },
    { filters: { stock_items_quantity_eq: 1 }, found: ["lastPlate"] },
  ])("filters by $filters", async ({ filters, found }) => {
    const list = await dialect.shop.skus.list({ filters, sort: ["code"] });
    expect(codesOf(list)).toEqual(found.map((name) => goods[toKey(name)]));
  });

  it("links to other pages of the same list", async () => {
    const path = "/api/skus?page[size]=1&sort=code&filter[q][name_not_eq]=Mug";
    const { json } = await dialect.ask("GET", path, { token: dialect.shopperToken });
    const { links } = z.object({ links: z.object({ next: z.string() }) }).parse(json);
    const { pathname, search } = new URL(links.next);
    const next = await dialect.ask("GET", pathname + search, { token: dialect.shopperToken });
    expect(next.json).toMatchObject({
      data: [{ attributes: { name: "Plate" } }],
      meta: { record_count: 2, page_count: 2 },
    });
  });

  it("shows only the fields that were asked for", async () => {
    const path = "/api/skus?fields[skus]=code,prices&page[size]=1";
    const { json } = await dialect.ask("GET", path, { token: dialect.shopperToken });
    expect(json).toMatchObject({ data: [{ attributes: { code: expect.any(String) } }] });
    expect(Object.keys(JSON.parse(JSON.stringify(json)).data[0].attributes)).toEqual(["code"]);
  });

  it("keeps what a program notes on anything, and finds by it", async () => {
    const { office } = dialect;
    const [sku] = await office.skus.list({ filters: { code_eq: goods.lamp } });
    expect(sku).toMatchObject({ reference: null, metadata: {} });
    const note = { reference: "erp-7", reference_origin: "erp", metadata: { shelf: "B" } };
    const changed = await dialect.ask("PATCH", `/api/skus/${sku?.id}`, {
      token: dialect.backendToken,
      body: { data: { type: "skus", id: sku?.id, attributes: note, relationships: {} } },
    });
    expect(changed).toMatchObject({ status: 200, json: { data: { attributes: note } } });
    const found = await office.skus.list({
      filters: { reference_eq: "erp-7", metadata_jcont: { shelf: "B" } },
    });
    expect(codesOf(found)).toEqual([goods.lamp]);
  });

  it("reads what is made of settings like everything else", async () => {
    const { office, shop } = dialect;
    expect((await office.markets.list({ filters: { code_in: "EUR,JPY" } })).meta.recordCount).toBe(
      2,
    );
    const methods = await office.payment_methods.list({ include: ["payment_gateway"] });
    expect(methods.map(({ payment_gateway: gateway }) => gateway?.type).toSorted()).toEqual([
      "manual_gateways",
      "stripe_gateways",
      "stripe_gateways",
    ]);
    expect((await shop.organization.retrieve()).slug).toBe("tender");
  });
});

const codesOf = (list: Iterable<{ code: string }>) => Array.from(list, ({ code }) => code);

function toKey(name: string): keyof Goods {
  return name === "mug" || name === "lamp" ? name : "lastPlate";
}
