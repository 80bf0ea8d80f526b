import { z } from "zod";
import { database, Prisma } from "@/lib/db/client";
import type { Caller } from "../auth";
import { badRequest } from "../errors";
import type { Row } from "./attribute";
import { fieldOf, filterCondition, raw } from "./filters";
import type { Query } from "./query";
import type { Resource } from "./resource";

/** Counting goes on while what belongs to the rows is read. */
export type Page = { rows: Row[]; total: Promise<number> };

/** Counting more rows than this would cost more than it tells: nobody pages further. */
const countLimit = 20_000;

/** Rows that a condition over `t` picks, whatever their number. */
export async function findRows(resource: Resource, condition: Prisma.Sql): Promise<Row[]> {
  const db = await database();
  return db.$queryRaw<Row[]>`
    SELECT t.* FROM (${await resource.view()}) t WHERE ${condition}
    ORDER BY ${orderBy(resource, [])}`;
}

/** Null: there is none, or it belongs to a market that the token is not for. */
export async function findRow(resource: Resource, id: string, caller: Caller): Promise<Row | null> {
  if (resource.idKind === "uuid" && !z.uuid().safeParse(id).success) return null;
  const rows = await findRows(
    resource,
    Prisma.sql`t.id = ${idParam(resource, id)} AND ${scopeOf(resource, caller)}`,
  );
  return rows[0] ?? null;
}

/**
 * One page, and how many there are. `within` narrows the list to what belongs to another resource. The ids are
 * found first, because what a view works out for a row is then worked out for the page alone, however
 * far into the list it is.
 */
export async function findPage(
  resource: Resource,
  query: Query,
  caller: Caller,
  within: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<Page> {
  const filter = await filterCondition(resource, query.filters);
  const where = Prisma.sql`${within} AND ${scopeOf(resource, caller, true)} AND ${filter}`;
  const total = countRows(resource, where);
  // Whoever never gets to the number is not to fall over it.
  total.catch(() => undefined);
  return { rows: await pageRows(resource, query, where), total };
}

async function pageRows(resource: Resource, query: Query, where: Prisma.Sql): Promise<Row[]> {
  const { number, size } = query.page;
  const db = await database();
  const picked = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM (${await resource.view()}) t WHERE ${where}
    ORDER BY ${orderBy(resource, query.sort)} LIMIT ${size} OFFSET ${(number - 1) * size}`;
  if (picked.length === 0) return [];
  const ids = Prisma.join(picked.map(({ id }) => idParam(resource, id)));
  const rows = await findRows(resource, Prisma.sql`t.id IN (${ids})`);
  const byId = new Map<string, Row>(rows.map((row) => [String(row["id"]), row]));
  return picked.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
}

async function countRows(resource: Resource, where: Prisma.Sql): Promise<number> {
  const db = await database();
  const [counted] = await db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM (
      SELECT 1 FROM (${await resource.view()}) t WHERE ${where} LIMIT ${countLimit}
    ) counted`;
  return Number(counted?.total ?? 0);
}

export function idParam({ idKind }: Resource, id: string): Prisma.Sql {
  return idKind === "uuid" ? Prisma.sql`${id}::uuid` : Prisma.sql`${id}`;
}

/**
 * The rows that a token may see: those of its markets, and of what is somebody's those that are the customer's own.
 * @param isList false: by their ids, under which a shopper may read what guests may
 */
export function scopeOf(resource: Resource, caller: Caller, isList = false): Prisma.Sql {
  const { scope, own, may } = resource;
  const { currencies, customer } = caller;
  const isFree = !isList && may.shopper.includes("read");
  const parts = [
    ...(scope && currencies ? [scope(currencies)] : []),
    ...(own && customer && !isFree ? [own(customer)] : []),
  ];
  return parts.length === 0 ? Prisma.sql`TRUE` : Prisma.join(parts, " AND ");
}

/** The newest first where nothing is asked, which is the way an index of the orders runs. */
function orderBy(resource: Resource, sort: Query["sort"]): Prisma.Sql {
  const parts = sort.map(({ attribute, descending }) => {
    const field = fieldOf(resource, attribute);
    if (field === null || field.kind === "json") throw invalidSort(resource, attribute);
    return Prisma.sql`${field.column} ${Prisma.raw(descending ? "DESC" : "ASC")}`;
  });
  if (parts.length === 0 && fieldOf(resource, "created_at") !== null) {
    parts.push(Prisma.sql`${raw("t", "created_at")} DESC`);
  }
  // Within one moment the indexes run the other way round by id.
  const last = sort[0]?.descending === false ? "DESC" : "ASC";
  return Prisma.join([...parts, Prisma.sql`${raw("t", "id")} ${Prisma.raw(last)}`]);
}

function invalidSort({ type }: Resource, attribute: string) {
  const detail = `${attribute.slice(0, 60)} is not a valid sort criteria for ${type}`;
  return badRequest("INVALID_SORT_CRITERIA", "Invalid sort criteria", detail);
}
