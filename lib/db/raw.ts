import { ColumnTypeEnum, type ColumnType, type SqlQueryable } from "@prisma/driver-adapter-utils";
import { Prisma } from "./generated/client";

/**
 * Prisma's `$queryRaw` and `$executeRaw`, which go to the driver at once. The interpreter that Prisma
 * sends them through costs more processor time than the statement itself, and gives the same values.
 */
export type RawStatements = {
  $queryRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Row[]>;
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
};
type Row = Record<string, unknown>;

export function rawStatements(driver: SqlQueryable): RawStatements {
  return {
    async $queryRaw(query, ...values) {
      const { columnNames, columnTypes, rows } = await driver.queryRaw(statement(query, values));
      const readers = columnTypes.map(readerOf);
      return rows.map((row) => {
        const named: Row = {};
        for (const [i, name] of columnNames.entries()) {
          const value = row[i];
          named[name] = value === null ? null : (readers[i]?.(value) ?? value);
        }
        return named;
      });
    },
    $executeRaw: (query, ...values) => driver.executeRaw(statement(query, values)),
  };
}

function statement(query: TemplateStringsArray | Prisma.Sql, values: unknown[]) {
  const { text, values: args } = "raw" in query ? Prisma.sql(query, ...values) : query;
  return {
    sql: text,
    args: args.map((value) => value ?? null),
    argTypes: args.map((value) => ({
      scalarType: "unknown" as const,
      arity: Array.isArray(value) ? ("list" as const) : ("scalar" as const),
    })),
  };
}

/** Drivers hand over these as text; everything else comes as it is meant. */
function readerOf(type: ColumnType): ((value: unknown) => unknown) | null {
  switch (type) {
    case ColumnTypeEnum.Int64:
      return (value) => BigInt(String(value));
    case ColumnTypeEnum.Numeric:
      return (value) => new Prisma.Decimal(String(value));
    case ColumnTypeEnum.DateTime:
    case ColumnTypeEnum.Date:
      return (value) => new Date(String(value));
    case ColumnTypeEnum.Json:
      return (value) => (typeof value === "string" ? JSON.parse(value) : value);
    case ColumnTypeEnum.Int64Array:
      return (value) => (Array.isArray(value) ? value.map((item) => BigInt(String(item))) : value);
    case ColumnTypeEnum.DateTimeArray:
      return (value) =>
        Array.isArray(value) ? value.map((item) => new Date(String(item))) : value;
    default:
      return null;
  }
}
