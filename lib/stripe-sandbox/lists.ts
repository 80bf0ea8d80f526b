import { invalidRequest } from "./errors";
import type { Row } from "./store/rows";
import type { Identified, Table } from "./store/table";

export type Page<T> = { object: "list"; url: string; has_more: boolean; data: T[] };

export type Cursor = {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
};

export type Range = { gt?: number; gte?: number; lt?: number; lte?: number };

type Query<T> = {
  url: string;
  cursor: Cursor;
  /** The rows of one key of an index, when a filter has one. */
  source?: readonly Row<T>[] | undefined;
  where?: (value: T) => boolean;
  /** How Stripe names one of these in `No such …`. */
  noun: string;
};

const DEFAULT_LIMIT = 10;

/** A page, newest first, without walking over what is not on it. */
export function listPage<T extends Identified, I extends string>(
  table: Table<T, I>,
  query: Query<T>,
): Page<T> {
  const { limit = DEFAULT_LIMIT, starting_after, ending_before } = query.cursor;
  if (starting_after !== undefined && ending_before !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: ending_before, starting_after.",
      {
        code: "parameters_exclusive",
        param: "ending_before",
      },
    );
  }
  checkCursor(table, query.noun, "starting_after", starting_after);
  checkCursor(table, query.noun, "ending_before", ending_before);
  const rows =
    ending_before === undefined
      ? table.newest(starting_after, query.source)
      : table.oldest(ending_before, query.source);
  const data: T[] = [];
  for (const value of rows) {
    if (query.where !== undefined && !query.where(value)) continue;
    data.push(value);
    if (data.length > limit) break;
  }
  const has_more = data.length > limit;
  const page = data.slice(0, limit);
  if (ending_before !== undefined) page.reverse();
  return { object: "list", data: page, has_more, url: query.url };
}

function checkCursor<T extends Identified, I extends string>(
  table: Table<T, I>,
  noun: string,
  param: string,
  id: string | undefined,
): void {
  if (id === undefined || table.find(id) !== undefined) return;
  throw invalidRequest(`No such ${noun}: '${id}'`, { code: "resource_missing", param });
}

/** A page of what is not kept in a table of its own, in its own order. */
export function listOf<T extends Identified>(
  all: readonly T[],
  { url, noun, cursor }: Pick<Query<T>, "url" | "noun" | "cursor">,
): Page<T> {
  const { limit = DEFAULT_LIMIT, starting_after, ending_before } = cursor;
  const place = (param: string, id: string | undefined, otherwise: number) => {
    if (id === undefined) return otherwise;
    const at = all.findIndex((item) => item.id === id);
    if (at >= 0) return at;
    throw invalidRequest(`No such ${noun}: '${id}'`, { code: "resource_missing", param });
  };
  const after = place("starting_after", starting_after, -1) + 1;
  const end = place("ending_before", ending_before, all.length);
  const from = ending_before === undefined ? after : Math.max(0, end - limit);
  const data = all.slice(from, Math.min(end, from + limit));
  const has_more = ending_before === undefined ? from + limit < end : from > 0;
  return { object: "list", data, has_more, url };
}

/** A list that is part of another object. */
export function wholeList<T>(data: T[], url: string): Page<T> {
  return { object: "list", data, has_more: false, url };
}

export function inRange(value: number, range: Range | undefined): boolean {
  if (range === undefined) return true;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return value > gt && value >= gte && value < lt && value <= lte;
}
