import { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { formatMoney, money, toMajor } from "@/lib/money/money";

/** One row of a resource's view; its columns are named as the attributes that are made of them. */
export type Row = Readonly<Record<string, unknown>>;

export type Kind = "text" | "integer" | "float" | "boolean" | "time" | "json" | "uuid";

export type Attribute = {
  kind: Kind;
  /** What is filtered and sorted by; null: neither is possible. */
  column: string | null;
  read: (row: Row) => unknown;
  /** Whether it is one of these, said so that the database can plan it: by an index, or by columns alone. */
  isOneOf?: (alias: string, values: readonly string[]) => Prisma.Sql;
};

export type Attributes = Readonly<Record<string, Attribute>>;

/** Whole numbers come from the database as bigint, and decimals as objects of their own. */
const number = z.unknown().transform((value) => Number(value));

const readers = {
  text: z.string(),
  integer: number,
  float: number,
  boolean: z.boolean(),
  time: z.date().transform((moment) => moment.toISOString()),
  json: z.unknown(),
  uuid: z.string(),
} as const satisfies Record<Kind, z.ZodType>;

/** Attributes that are columns of the view. */
export function columns(kind: Kind, ...names: string[]): Attributes {
  const reader = readers[kind].nullable();
  return Object.fromEntries(
    names.map((name) => [
      name,
      { kind, column: name, read: (row: Row) => reader.parse(row[name] ?? null) },
    ]),
  );
}

/** Every row says the same: what this store has in one form only. */
export function fixed(values: Record<string, string | number | boolean | null>): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { kind: "text", column: null, read: () => value },
    ]),
  );
}

/** A page has thousands of amounts in a handful of currencies. */
const currencies = new Map<unknown, Currency>();

function currencyOf(row: Row): Currency {
  const code = row["currency_code"];
  const currency = currencies.get(code) ?? currencySchema.parse(code);
  currencies.set(code, currency);
  return currency;
}

/** Three attributes for each amount; its column is `<name>_cents`, in the row's `currency_code`. */
export function amounts(...names: string[]): Attributes {
  return Object.fromEntries(names.flatMap(amount));
}

function amount(name: string): [string, Attribute][] {
  const column = `${name}_cents`;
  const read = (row: Row) => {
    const value = row[column] ?? null;
    return value === null ? null : money(Number(value), currencyOf(row));
  };
  const attribute = (write: (value: ReturnType<typeof money>) => unknown): Attribute => ({
    kind: "integer",
    column,
    read: (row) => {
      const value = read(row);
      return value === null ? null : write(value);
    },
  });
  return [
    [column, attribute((value) => value.minor)],
    [`${name}_float`, { ...attribute((value) => Number(toMajor(value))), column: null }],
    [`formatted_${name}`, { ...attribute((value) => formatMoney(value)), column: null }],
  ];
}
