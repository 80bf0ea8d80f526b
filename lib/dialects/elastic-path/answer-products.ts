import { shopCurrencies, type Currency } from "@/lib/money/currency";
import { askedCurrency, requireShopper } from "./auth";
import { productIncludes } from "./json/product";
import { parseFilter } from "./lists/filter";
import { listJson, readIncludes, readPage, readSort } from "./lists/page";
import { findSellables, productSorts, requireSellable, type SellableRow } from "./queries/products";

type Shape = (row: SellableRow, currency: Currency) => object;

/** The two product lists differ in nothing but the shape of a product. */
export async function answerProducts(request: Request, shape: Shape): Promise<Response> {
  await requireShopper(request);
  const currency = askedCurrency(request) ?? shopCurrencies[0];
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const { rows, total } = await findSellables({
    page,
    filter: parseFilter(searchParams.get("filter")),
    sort: readSort(searchParams, productSorts),
  });
  const data = rows.map((row) => shape(row, currency));
  const included = productIncludes(rows, readIncludes(searchParams));
  return Response.json({ ...listJson(data, { request, page, total }), ...included });
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
  const row = await requireSellable(id);
  const { onHand, reserved } = row.stock ?? { onHand: 0, reserved: 0 };
  const data = {
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
  return Response.json({ data });
}
