import { shopCurrencies, type Currency } from "@/lib/money/currency";
import { askedCurrency, requireShopper } from "./auth";
import { productIncludes } from "./json/product";
import { parseFilter, type Filter, type Test } from "./lists/filter";
import { listJson, readIncludes, readPage, readSort } from "./lists/page";
import { jsonBody } from "./body";
import { stocksRequest } from "./requests/products";
import {
  findSellables,
  findSellablesById,
  productSorts,
  requireSellable,
  type SellableRow,
} from "./queries/products";

type Shape = (row: SellableRow, currency: Currency) => object;

/** The product lists differ in nothing but the shape of a product, and the category that they stay within. */
export async function answerProducts(
  request: Request,
  shape: Shape,
  categoryId?: string,
): Promise<Response> {
  await requireShopper(request);
  const currency = askedCurrency(request) ?? shopCurrencies[0];
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const { rows, total } = await findSellables({
    page,
    filter: within(parseFilter(searchParams.get("filter")), categoryId),
    sort: readSort(searchParams, productSorts),
  });
  const data = rows.map((row) => shape(row, currency));
  const included = productIncludes(rows, readIncludes(searchParams));
  return Response.json({ ...listJson(data, { request, page, total }), ...included });
}

function within(filter: Filter | null, categoryId: string | undefined): Filter | null {
  if (categoryId === undefined) return filter;
  const test: Test = { op: "eq", attribute: "category.id", values: [categoryId] };
  return { all: [...(filter === null ? [] : [filter]), { test }] };
}

export async function answerProduct(request: Request, id: string, shape: Shape): Promise<Response> {
  await requireShopper(request);
  const currency = askedCurrency(request) ?? shopCurrencies[0];
  const row = await requireSellable(id);
  const included = productIncludes([row], readIncludes(new URL(request.url).searchParams));
  return Response.json({ data: shape(row, currency), ...included });
}

/** How many there are to sell, as the stock pages of storefronts ask. */
export async function answerStock(request: Request, id: string): Promise<Response> {
  await requireShopper(request);
  return Response.json({ data: stockOf(await requireSellable(id)) });
}

/** Of several products at once, in the order in which they were asked for. */
export async function answerStocks(request: Request): Promise<Response> {
  await requireShopper(request);
  const { data } = await jsonBody(request, stocksRequest);
  const rows = await findSellablesById(data.map(({ id }) => id));
  return Response.json({ data: rows.map(stockOf) });
}

function stockOf(row: SellableRow) {
  const { onHand, reserved } = row.stock ?? { onHand: 0, reserved: 0 };
  return {
    id: row.id,
    type: "stock",
    total: onHand,
    allocated: reserved,
    available: onHand - reserved,
    attributes: {
      product_id: row.id,
      total: onHand,
      allocated: reserved,
      available: onHand - reserved,
    },
  };
}
