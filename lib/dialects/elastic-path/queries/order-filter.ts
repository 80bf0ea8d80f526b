import { z } from "zod";
import { Prisma } from "@/lib/db/client";
import { badFilter, type Filter, type Test } from "../lists/filter";
import { paymentWords, shippingWords, statusWords } from "./order-words";

/** A filter as SQL over `orders o`. Every value is a parameter; attributes come from a closed list. */
export function orderCondition(filter: Filter | null): Prisma.Sql {
  if (filter === null) return Prisma.sql`TRUE`;
  if ("all" in filter) return joined(filter.all, " AND ");
  if ("any" in filter) return joined(filter.any, " OR ");
  return condition(filter.test);
}

function joined(filters: Filter[], word: string): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(filters.map(orderCondition), word)})`;
}

function condition(test: Test): Prisma.Sql {
  switch (test.attribute) {
    case "status":
      return anyOf(test, statusWords);
    case "payment":
      return anyOf(test, paymentWords);
    case "shipping":
      return anyOf(test, shippingWords);
    case "email":
    case "contact.email":
      return textCondition(test, Prisma.sql`lower(o.email)`);
    case "name":
    case "contact.name":
      return textCondition(test, Prisma.sql`lower(o.name)`);
    case "external_ref":
      return exactCondition(test, Prisma.sql`o.external_ref`);
    case "order_number":
      return numberCondition(test);
    case "currency":
      return exactCondition(upper(test), Prisma.sql`o.currency`);
    case "shipping_postcode":
      return exactCondition(test, Prisma.sql`o.shipping_address ->> 'postalCode'`);
    case "billing_postcode":
      return exactCondition(test, Prisma.sql`o.billing_address ->> 'postalCode'`);
    case "account_id":
      return exactCondition(test, Prisma.sql`o.client ->> 'accountId'`);
    case "customer_id":
      return exactCondition(test, Prisma.sql`o.shopper_id`);
    case "with_tax":
      return compared(test, Prisma.sql`o.total_minor`, amountOf);
    case "without_tax":
      return compared(test, Prisma.sql`(o.total_minor - o.tax_minor)`, amountOf);
    case "created_at":
      return compared(test, Prisma.sql`o.created_at`, momentOf);
    case "updated_at":
      return compared(test, Prisma.sql`o.updated_at`, momentOf);
    case "product_id":
      return productCondition(test);
    case "product_sku": {
      const values = equalValues(test);
      return Prisma.sql`o.id IN (SELECT order_id FROM order_lines WHERE sku = ANY(${values}))`;
    }
    default:
      throw badFilter(`Orders cannot be filtered by ${test.attribute.slice(0, 40)}`);
  }
}

function anyOf(test: Test, words: Record<string, Prisma.Sql>): Prisma.Sql {
  const conditions = equalValues(test).map((value) => {
    const known = Object.hasOwn(words, value) ? words[value] : undefined;
    if (known === undefined) {
      throw badFilter(`${test.attribute} is one of ${Object.keys(words).join(", ")}`);
    }
    return known;
  });
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

function equalValues({ op, attribute, values }: Test): string[] {
  if (op === "eq" || op === "in") return values;
  throw badFilter(`${attribute} is compared with eq or in`);
}

function exactCondition(test: Test, column: Prisma.Sql): Prisma.Sql {
  if (test.op === "is_null") return Prisma.sql`${column} IS NULL`;
  if (test.op === "like" || test.op === "ilike") return likeCondition(test, column);
  // Said outright, so that an index which leaves out what is null can be used.
  return Prisma.sql`(${column} IS NOT NULL AND ${column} = ANY(${equalValues(test)}))`;
}

const upper = (test: Test): Test => ({ ...test, values: test.values.map((v) => v.toUpperCase()) });

/** Ours count from 1001 and are numbers; a program's own are words. */
function numberCondition(test: Test): Prisma.Sql {
  if (test.op === "is_null") return Prisma.sql`(o.client_number IS NULL AND o.number IS NULL)`;
  if (test.op === "like" || test.op === "ilike") {
    return likeCondition(test, Prisma.sql`coalesce(o.client_number, o.number::text)`);
  }
  const values = equalValues(test);
  const numbers = values.filter((value) => /^\d{1,15}$/.test(value)).map(BigInt);
  return Prisma.sql`(o.client_number = ANY(${values})
    OR (o.client_number IS NULL AND o.number = ANY(${numbers})))`;
}

const escaped = (value: string) => value.replaceAll(/[\\%_]/g, "\\$&");

/** `like(email,*@x.com)`; a star stands at the beginning, the end, or both. */
function textCondition(test: Test, column: Prisma.Sql): Prisma.Sql {
  const { op, attribute, values } = test;
  const wanted = values.map((value) => value.toLowerCase());
  if (op === "eq" || op === "in") return Prisma.sql`${column} = ANY(${wanted})`;
  if (op === "like" || op === "ilike") return likeCondition({ values: wanted }, column);
  throw badFilter(`${attribute} knows eq, in and like`);
}

function likeCondition({ values }: Pick<Test, "values">, column: Prisma.Sql): Prisma.Sql {
  const [pattern = ""] = values;
  const body = escaped(pattern.replaceAll(/^\*|\*$/g, ""));
  const [open, close] = [pattern.startsWith("*"), pattern.length > 1 && pattern.endsWith("*")];
  if (open && !close) {
    // Read from its end, the pattern begins with something, and an index finds it.
    const backwards = escaped(Array.from(pattern.slice(1)).toReversed().join(""));
    return Prisma.sql`reverse(${column}) LIKE ${`${backwards}%`}`;
  }
  return Prisma.sql`${column} LIKE ${`${open ? "%" : ""}${body}${close ? "%" : ""}`}`;
}

const comparisons = {
  eq: Prisma.sql`=`,
  gt: Prisma.sql`>`,
  ge: Prisma.sql`>=`,
  lt: Prisma.sql`<`,
  le: Prisma.sql`<=`,
} as const;

type Comparable = bigint | Date;

function compared(
  { op, attribute, values }: Test,
  column: Prisma.Sql,
  read: (value: string) => Comparable | null,
): Prisma.Sql {
  const value = read(values[0] ?? "");
  if (op === "in" || op === "like" || op === "ilike" || op === "is_null" || value === null) {
    throw badFilter(`${attribute} is compared with eq, gt, ge, lt or le`);
  }
  return Prisma.sql`${column} ${comparisons[op]} ${value}`;
}

const amountOf = (value: string) => (/^-?\d{1,15}$/.test(value) ? BigInt(value) : null);

/** A day or a moment of it. */
function momentOf(value: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function productCondition(test: Test): Prisma.Sql {
  const ids = equalValues(test).filter((value) => z.uuid().safeParse(value).success);
  return Prisma.sql`o.id IN (SELECT order_id FROM order_lines WHERE variant_id = ANY(${ids}::uuid[]))`;
}
