import { badRequest } from "../errors";

/** What a request asks to see, before it is known what there is. */
export type IncludeTree = Map<string, IncludeTree>;

export type Sort = { attribute: string; descending: boolean };

export type Query = {
  include: IncludeTree;
  /** By type, the attributes and relationships to show; a type that is not named shows all. */
  fields: ReadonlyMap<string, ReadonlySet<string>>;
  filters: readonly { name: string; value: string }[];
  sort: readonly Sort[];
  page: { number: number; size: number };
  /** Everything but the page, as it was asked: the links to other pages ask for it again. */
  withoutPage: URLSearchParams;
};

const defaultSize = 10;
const maxSize = 25;
/** Deeper paths than this lead round in circles. */
const maxDepth = 4;
const maxIncludes = 40;

/** @throws RequestError 400 */
export function parseQuery(params: URLSearchParams): Query {
  const fields = new Map<string, Set<string>>();
  const filters: Query["filters"][number][] = [];
  for (const [key, value] of params) {
    const type = /^fields\[(\w+)\]$/.exec(key)?.[1];
    if (type !== undefined) fields.set(type, new Set(listOf(value)));
    else if (key.startsWith("filter")) filters.push({ name: filterName(key), value });
    else if (!known.has(key)) throw paramNotAllowed(key);
  }
  return {
    include: includeTree(params.get("include")),
    fields,
    filters,
    sort: listOf(params.get("sort") ?? "").map(sortOf),
    page: {
      number: pagePart(params, "page[number]", 1, 1_000_000),
      size: pagePart(params, "page[size]", defaultSize, maxSize),
    },
    withoutPage: new URLSearchParams([...params].filter(([key]) => !key.startsWith("page["))),
  };
}

const known: ReadonlySet<string> = new Set(["include", "sort", "page[number]", "page[size]"]);

function paramNotAllowed(key: string) {
  return badRequest(
    "PARAM_NOT_ALLOWED",
    "Param not allowed",
    `${key.slice(0, 60)} is not allowed.`,
  );
}

/** `filter[q][status_eq]`, which older clients wrote as `filter[status_eq]`. */
function filterName(key: string): string {
  const name = /^filter(?:\[q\])?\[(\w{1,200})\](?:\[\])?$/.exec(key)?.[1];
  if (name !== undefined && name !== "q") return name;
  const detail = `${key.slice(0, 60)} is not a valid filter.`;
  throw badRequest("INVALID_FILTERS_SYNTAX", "Invalid filters syntax", detail);
}

const listOf = (value: string) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

function sortOf(part: string): Sort {
  const descending = part.startsWith("-");
  return { attribute: descending ? part.slice(1) : part, descending };
}

function includeTree(value: string | null): IncludeTree {
  const tree: IncludeTree = new Map();
  const paths = listOf(value ?? "");
  if (paths.length > maxIncludes) throw tooMuch(`${paths.length} paths`);
  for (const path of paths) {
    const names = path.split(".");
    if (names.length > maxDepth) throw tooMuch(path);
    let at = tree;
    for (const name of names) {
      const next = at.get(name) ?? new Map<string, IncludeTree>();
      at.set(name, next);
      at = next;
    }
  }
  return tree;
}

const tooMuch = (what: string) =>
  badRequest("INVALID_INCLUDE", "Invalid field", `${what.slice(0, 100)} is too much to include.`);

function pagePart(params: URLSearchParams, name: string, fallback: number, max: number): number {
  const value = params.get(name);
  if (value === null) return fallback;
  const number = Number(value);
  if (/^\d{1,9}$/.test(value) && number >= 1 && number <= max) return number;
  const detail = `${value.slice(0, 20)} is not a valid value for ${name}: it is from 1 to ${max}.`;
  throw badRequest("INVALID_PAGE_VALUE", "Invalid page value", detail);
}
