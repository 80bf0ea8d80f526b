import { z } from "zod";
import { env } from "@/lib/env";
import { RequestError } from "../errors";

export type Page = { limit: number; offset: number };

/** Offsets count records. Further than this nobody pages, and no database likes to. */
export const maxOffset = 10_000;
export const maxLimit = 100;

const numberIn = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

const pageQuery = z.object({
  "page[limit]": numberIn(0, maxLimit, 25),
  "page[offset]": numberIn(0, maxOffset, 0),
});

/** @throws RequestError 400 */
export function readPage(query: URLSearchParams): Page {
  const parsed = pageQuery.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    const source = String(parsed.error.issues[0]?.path[0] ?? "page");
    const detail = `page[limit] is from 0 to ${maxLimit}, page[offset] from 0 to ${maxOffset}`;
    throw new RequestError(400, [{ title: "Bad Request", detail, source }]);
  }
  // Zero asks for the store's own length, as the official clients do when they are told nothing.
  return { limit: parsed.data["page[limit]"] || 25, offset: parsed.data["page[offset]"] };
}

/** The first field of `sort` and its direction; null: nothing is asked. @throws RequestError 400 */
export function readSort<Field extends string>(
  query: URLSearchParams,
  fields: readonly Field[],
): { field: Field; descending: boolean } | null {
  const asked = query.get("sort")?.trim();
  if (!asked) return null;
  const field = fields.find((known) => known === asked.replace(/^-/, ""));
  if (field !== undefined) return { field, descending: asked.startsWith("-") };
  const detail = `Cannot sort by ${asked.slice(0, 40)}; sort by ${fields.join(", ")}`;
  throw new RequestError(400, [{ title: "Bad Request", detail, source: "sort" }]);
}

/** `include=items,main_image`. Words that we do not know are left out, as the official service does. */
export function readIncludes(query: URLSearchParams): ReadonlySet<string> {
  return new Set((query.get("include") ?? "").split(",").map((word) => word.trim()));
}

type Listed = { request: Request; page: Page; total: number };

/** The envelope of a list: its rows, the way to its other pages, and how many there are. */
export function listJson<T>(data: T[], { request, page, total }: Listed) {
  const { limit, offset } = page;
  const pages = Math.max(1, Math.ceil(total / limit));
  const last = (pages - 1) * limit;
  const link = (at: number) => linkTo(request, limit, at);
  const several = pages > 1;
  return {
    data,
    links: {
      current: link(offset),
      first: link(0),
      last: several ? link(last) : null,
      next: offset + limit < total && offset + limit <= maxOffset ? link(offset + limit) : null,
      prev: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    },
    meta: {
      page: { limit, offset, current: Math.floor(offset / limit) + 1, total: pages },
      results: { total },
    },
  };
}

function linkTo(request: Request, limit: number, offset: number): string {
  const { pathname, searchParams } = new URL(request.url);
  const kept = [...searchParams].filter(([name]) => !name.startsWith("page["));
  const query = new URLSearchParams(kept);
  query.set("page[limit]", String(limit));
  query.set("page[offset]", String(offset));
  // Brackets, colons and commas stay as clients write them.
  const readable = query.toString().replaceAll(/%(?:5B|5D|28|29|3A|2C)/g, decodeURIComponent);
  return `${env().storeUrl}${pathname}?${readable}`;
}
