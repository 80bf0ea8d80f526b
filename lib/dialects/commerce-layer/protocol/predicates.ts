import { z } from "zod";
import { Prisma } from "@/lib/db/client";
import { badRequest } from "../errors";
import type { Kind } from "./attribute";

type Compare = (column: Prisma.Sql, value: Prisma.Sql) => Prisma.Sql;

const escaped = (value: string) => value.replaceAll(/[\\%_]/g, "\\$&");
const like = (column: Prisma.Sql, pattern: string) => Prisma.sql`${column} ILIKE ${pattern}`;

const comparisons: Record<string, Compare> = {
  eq: (column, value) => Prisma.sql`${column} = ${value}`,
  lt: (column, value) => Prisma.sql`${column} < ${value}`,
  lteq: (column, value) => Prisma.sql`${column} <= ${value}`,
  gt: (column, value) => Prisma.sql`${column} > ${value}`,
  gteq: (column, value) => Prisma.sql`${column} >= ${value}`,
};

const patterns: Record<string, (value: string) => string> = {
  matches: (value) => value,
  start: (value) => `${escaped(value)}%`,
  end: (value) => `%${escaped(value)}`,
  cont: (value) => `%${escaped(value)}%`,
};

const isEmpty = (column: Prisma.Sql, kind: Kind) =>
  kind === "text"
    ? Prisma.sql`(${column} IS NULL OR ${column} = '')`
    : Prisma.sql`${column} IS NULL`;

const constants: Record<string, (column: Prisma.Sql, kind: Kind) => Prisma.Sql> = {
  blank: isEmpty,
  present: (column, kind) => Prisma.sql`NOT ${isEmpty(column, kind)}`,
  null: (column) => Prisma.sql`${column} IS NULL`,
  not_null: (column) => Prisma.sql`${column} IS NOT NULL`,
  true: (column) => Prisma.sql`${column} IS TRUE`,
  false: (column) => Prisma.sql`${column} IS FALSE`,
};

const negations: Record<string, string> = {
  not_eq: "eq",
  does_not_match: "matches",
  not_start: "start",
  not_end: "end",
  not_cont: "cont",
  not_in: "in",
};

const plain = [...Object.keys(comparisons), ...Object.keys(patterns)];
const listed = [...plain, "not_eq", "does_not_match", "not_start", "not_end", "not_cont"];

/** The longest first, so that `not_eq` is not read as `eq` of an attribute that ends with "not". */
export const predicates: readonly string[] = [
  ...plain,
  ...Object.keys(constants),
  ...Object.keys(negations),
  ...listed.flatMap((name) => [`${name}_any`, `${name}_all`]),
  "in",
  "jcont",
].toSorted((a, b) => b.length - a.length);

/** @throws RequestError 400 when the value is not one of the attribute's kind */
export function condition(
  column: Prisma.Sql,
  kind: Kind,
  predicate: string,
  value: string,
): Prisma.Sql {
  const constant = constants[predicate];
  if (constant) {
    return isTrue(value) ? constant(column, kind) : Prisma.sql`NOT (${constant(column, kind)})`;
  }
  if (predicate === "jcont") return Prisma.sql`${column} @> ${jsonOf(value)}::jsonb`;
  const list = /^(.+)_(any|all)$/.exec(predicate);
  if (list) {
    const [, name = "", how] = list;
    const parts = values(value).map((part) => condition(column, kind, name, part));
    return Prisma.sql`(${Prisma.join(parts, how === "any" ? " OR " : " AND ")})`;
  }
  const negated = negations[predicate];
  if (negated !== undefined) {
    const inner = condition(column, kind, negated, value);
    return Prisma.sql`(${column} IS NULL OR NOT (${inner}))`;
  }
  if (predicate === "in") {
    const parts = values(value).map((part) => operand(kind, part));
    return Prisma.sql`${column} IN (${Prisma.join(parts)})`;
  }
  const pattern = patterns[predicate];
  if (pattern) return like(Prisma.sql`${column}::text`, pattern(value));
  const compare = comparisons[predicate];
  if (compare) return compare(column, operand(kind, value));
  throw badValue(predicate);
}

const isTrue = (value: string) => ["true", "1", "t", ""].includes(value.toLowerCase());

function values(value: string): [string, ...string[]] {
  const [first = "", ...rest] = value.split(",").map((part) => part.trim());
  return [first, ...rest.slice(0, 200)];
}

const nobody = "00000000-0000-0000-0000-000000000000";

function operand(kind: Kind, value: string): Prisma.Sql {
  switch (kind) {
    case "integer":
      if (!/^-?\d{1,18}$/.test(value)) throw badValue(value);
      return Prisma.sql`${BigInt(value)}`;
    case "float":
      if (!Number.isFinite(Number(value))) throw badValue(value);
      return Prisma.sql`${Number(value)}`;
    case "boolean":
      return Prisma.sql`${isTrue(value)}`;
    case "time":
      return Prisma.sql`${momentOf(value)}`;
    case "uuid":
      return Prisma.sql`${z.uuid().safeParse(value).success ? value : nobody}::uuid`;
    case "json":
    case "text":
      return Prisma.sql`${value}`;
  }
}

function momentOf(value: string): Date {
  const moment = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(moment.getTime())) throw badValue(value);
  return moment;
}

function jsonOf(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    throw badValue(value);
  }
}

const badValue = (value: string) =>
  badRequest(
    "INVALID_FILTER_VALUE",
    "Invalid filter value",
    `${value.slice(0, 60)} is not a valid value for this filter.`,
  );
