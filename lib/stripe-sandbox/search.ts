import { invalidRequest } from "./errors";
import type { Identified, Table } from "./store/table";

/**
 * Stripe's search language, as far as shops use it: `field:"value"`, `field~"part"`, `field>5`,
 * `metadata["key"]:"value"`, `-` for "not", and clauses joined by AND or by OR (not both).
 */
type Clause = {
  field: string[];
  operator: ":" | "~" | "<" | ">" | "<=" | ">=";
  value: string;
  negated: boolean;
};

const clausePattern =
  /^(-?)\s*([a-z_.]+)(?:\[(["'])(.+?)\3\])?\s*(:|~|<=|>=|<|>)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?[\w.]+))$/i;

const badQuery = (query: string) =>
  invalidRequest(
    `We were unable to parse your search query. Try again with a different query: ${query}`,
    {
      param: "query",
    },
  );

function parseClause(text: string, query: string): Clause {
  const found = clausePattern.exec(text.trim());
  if (found === null) throw badQuery(query);
  const [, minus, name = "", , key, operator = ":", double, single, bare] = found;
  const field = [...name.split("."), ...(key === undefined ? [] : [key])];
  const value = (double ?? single ?? bare ?? "").replaceAll(/\\(.)/g, "$1");
  return { field, operator: operatorOf(operator), value, negated: minus === "-" };
}

function operatorOf(text: string): Clause["operator"] {
  const known = [":", "~", "<", ">", "<=", ">="] as const;
  return known.find((operator) => operator === text) ?? ":";
}

/** Splits at AND or OR outside of quotes. */
function split(query: string): { parts: string[]; any: boolean } {
  const words = query.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\s+|[^\s"']+/g) ?? [];
  const parts: string[] = [""];
  const joins = new Set<string>();
  for (const word of words) {
    if (/^(and|or)$/i.test(word)) {
      joins.add(word.toUpperCase());
      parts.push("");
    } else parts[parts.length - 1] += word;
  }
  if (joins.size > 1) throw badQuery(query);
  return { parts, any: joins.has("OR") };
}

function matches(clause: Clause, value: object): boolean {
  const actual = clause.field.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
  return compare(clause, actual) !== clause.negated;
}

function compare({ operator, value }: Clause, actual: unknown): boolean {
  if (value === "null" && operator === ":") return actual === null || actual === undefined;
  if (actual === null || actual === undefined) return false;
  if (operator === ":") return String(actual).toLowerCase() === value.toLowerCase();
  if (operator === "~") return String(actual).toLowerCase().includes(value.toLowerCase());
  const [left, right] = [Number(actual), Number(value)];
  if (operator === "<") return left < right;
  if (operator === ">") return left > right;
  return operator === "<=" ? left <= right : left >= right;
}

export type SearchPage<T> = {
  object: "search_result";
  data: T[];
  has_more: boolean;
  next_page: string | null;
  url: string;
};

/** Searches a table, newest first. `page` is the id after which to go on. */
export function searchTable<T extends Identified, I extends string>(
  table: Table<T, I>,
  url: string,
  {
    query,
    limit = 10,
    page,
  }: { query: string; limit?: number | undefined; page?: string | undefined },
): SearchPage<T> {
  const { parts, any } = split(query);
  const clauses = parts.map((part) => parseClause(part, query));
  const data: T[] = [];
  for (const value of table.newest(page)) {
    const fits = any
      ? clauses.some((clause) => matches(clause, value))
      : clauses.every((clause) => matches(clause, value));
    if (!fits) continue;
    data.push(value);
    if (data.length > limit) break;
  }
  const has_more = data.length > limit;
  const shown = data.slice(0, limit);
  return {
    object: "search_result",
    data: shown,
    has_more,
    next_page: has_more ? (shown.at(-1)?.id ?? null) : null,
    url,
  };
}
