import "server-only";
import { z } from "zod";
import { Prisma, database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { TokenShopper } from "@/lib/shoppers/tokens";
import type { Filter } from "../lists/filter";
import { maxOffset, type Page } from "../lists/page";
import { orderCondition } from "./order-filter";
import { readClientOrders, type ClientOrder } from "./order-rows";

export type { ClientOrder };

/** Whose orders are asked for; null: everybody's. */
type Owner = Pick<TokenShopper, "id" | "email" | "emailVerified"> | null;

/** Somebody else's order is not there. @throws DomainError not_found */
export async function requireOrder(id: string, owner: Owner = null): Promise<ClientOrder> {
  const [order] = z.uuid().safeParse(id).success ? await readClientOrders([id]) : [];
  if (order === undefined || !isOf(order, owner)) {
    throw new DomainError("not_found", "Order not found");
  }
  return order;
}

/** As on the pages of the account: what it placed, and what its address did as a guest once it is confirmed. */
function isOf({ shopperId, email }: ClientOrder, owner: Owner): boolean {
  if (owner === null) return true;
  if (shopperId !== null) return shopperId === owner.id;
  return owner.emailVerified && email === owner.email;
}

function ownCondition(owner: Owner): Prisma.Sql {
  if (owner === null) return Prisma.sql`TRUE`;
  const placed = Prisma.sql`o.shopper_id = ${owner.id}`;
  if (!owner.emailVerified) return placed;
  return Prisma.sql`(${placed} OR (o.shopper_id IS NULL AND o.email = ${owner.email}))`;
}

/** In the order of the ids. */
export async function findOrdersById(ids: string[]): Promise<ClientOrder[]> {
  const rows = await readClientOrders(ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const orderSorts = [
  "created_at",
  "updated_at",
  "payment",
  "shipping",
  "status",
  "with_tax",
] as const;
type Sort = { field: (typeof orderSorts)[number]; descending: boolean };

export type FindClientOrders = {
  owner: Owner;
  filter: Filter | null;
  page: Page;
  sort: Sort | null;
};

/**
 * One page of orders, and how many there are. Ids first, by an index, and rows only for them. Counting
 * ends where paging does: nobody is told of the ten-thousand-and-first.
 */
export async function findClientOrders({ owner, filter, page, sort }: FindClientOrders) {
  // An order whose payment was begun in a cart is none yet: it waits for its checkout.
  const where = Prisma.sql`(o.client -> 'awaitsDetails') IS NULL
    AND ${ownCondition(owner)} AND ${orderCondition(filter)}`;
  const db = await database();
  const [ids, counted] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT o.id FROM orders o WHERE ${where}
      ORDER BY ${orderBy(sort)} LIMIT ${page.limit} OFFSET ${page.offset}`,
    db.$queryRaw<{ total: bigint }[]>`
      SELECT count(*) AS total FROM (
        SELECT 1 FROM orders o WHERE ${where} LIMIT ${maxOffset}
      ) counted`,
  ]);
  const orders = await findOrdersById(ids.map(({ id }) => id));
  return { orders, total: Number(counted[0]?.total ?? 0) };
}

/** Each is the beginning of an index, forwards or backwards. */
function orderBy(sort: Sort | null): Prisma.Sql {
  const { field, descending } = sort ?? { field: "created_at", descending: true };
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  switch (field) {
    case "created_at":
      return descending
        ? Prisma.sql`o.created_at DESC, o.id ASC`
        : Prisma.sql`o.created_at ASC, o.id DESC`;
    case "updated_at":
      return Prisma.sql`o.updated_at ${direction}`;
    case "payment":
      return ranked(Prisma.sql`o.payment`, descending);
    case "shipping":
      return ranked(Prisma.sql`o.fulfilment`, descending);
    case "status":
      return ranked(Prisma.sql`o.status`, descending);
    case "with_tax":
      return ranked(Prisma.sql`o.total_minor`, descending);
  }
}

/** Their indexes run upwards, and within one value from the newest order to the oldest. */
function ranked(column: Prisma.Sql, descending: boolean): Prisma.Sql {
  return descending
    ? Prisma.sql`${column} DESC, o.created_at ASC`
    : Prisma.sql`${column} ASC, o.created_at DESC`;
}
