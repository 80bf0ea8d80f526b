import { requireShopper } from "./auth";
import { RequestError } from "./errors";
import { hierarchyId } from "./json/catalog";
import { parseFilter } from "./lists/filter";
import { matches } from "./lists/match";
import { listJson, readPage, readSort } from "./lists/page";
import { findCategories, type CategoryRow } from "./queries/categories";

const sorts = ["name", "slug", "created_at", "updated_at"] as const;

/** Lists of categories differ in nothing but the shape of one. */
export async function answerCategories(
  request: Request,
  shape: (category: CategoryRow) => object,
): Promise<Response> {
  await requireShopper(request);
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const filter = parseFilter(searchParams.get("filter"));
  const sort = readSort(searchParams, sorts);
  const rows = (await findCategories()).filter((row) => matches(filter, row));
  const sorted = sort === null ? rows : rows.toSorted((a, b) => order(a, b, sort.field));
  const all = sort?.descending ? sorted.toReversed() : sorted;
  const shown = all.slice(page.offset, page.offset + page.limit).map(shape);
  return Response.json(listJson(shown, { request, page, total: all.length }));
}

const keys = {
  name: ({ name }: CategoryRow) => name,
  slug: ({ slug }: CategoryRow) => slug,
  created_at: ({ createdAt }: CategoryRow) => createdAt.toISOString(),
  updated_at: ({ updatedAt }: CategoryRow) => updatedAt.toISOString(),
} as const;

const order = (a: CategoryRow, b: CategoryRow, field: (typeof sorts)[number]) =>
  keys[field](a).localeCompare(keys[field](b));

/** A list of a few things that are all in memory. */
export function answerAll(request: Request, all: object[]): Response {
  const page = readPage(new URL(request.url).searchParams);
  const shown = all.slice(page.offset, page.offset + page.limit);
  return Response.json(listJson(shown, { request, page, total: all.length }));
}

/** @throws RequestError 404 */
export function requireHierarchy(id: string): void {
  if (id === hierarchyId) return;
  const detail = "The requested hierarchy could not be found";
  throw new RequestError(404, [{ title: "Not Found", detail }]);
}
