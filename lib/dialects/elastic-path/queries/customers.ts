import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { clientAddressSchema } from "@/lib/orders/client-address";
import { badFilter, type Filter, type Test } from "../lists/filter";
import { maxOffset, type Page } from "../lists/page";

const select = {
  id: true,
  name: true,
  email: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.ShopperSelect;

export type CustomerRow = Prisma.ShopperGetPayload<{ select: typeof select }>;

/** @throws DomainError not_found */
export async function requireCustomerRow(id: string): Promise<CustomerRow> {
  const db = await database();
  const row = await db.shopper.findUnique({ where: { id }, select });
  if (row === null) throw new DomainError("not_found", "Customer not found");
  return row;
}

export const customerSorts = ["created_at", "updated_at", "name", "email"] as const;
type Sort = { field: (typeof customerSorts)[number]; descending: boolean };

const columns = {
  created_at: "createdAt",
  updated_at: "updatedAt",
  name: "name",
  email: "email",
} as const satisfies Record<Sort["field"], keyof CustomerRow>;

export type FindCustomers = {
  /** Null: everybody. */
  ownId: string | null;
  filter: Filter | null;
  page: Page;
  sort: Sort | null;
};

/** One page of customers, the newest first, and how many there are. */
export async function findCustomers({ ownId, filter, page, sort }: FindCustomers) {
  const where = { AND: [ownId === null ? {} : { id: ownId }, condition(filter)] };
  const { field, descending } = sort ?? { field: "created_at", descending: true };
  const direction = descending ? "desc" : "asc";
  const db = await database();
  const customers = await db.shopper.findMany({
    where,
    orderBy: [{ [columns[field]]: direction }, { id: "asc" }],
    skip: page.offset,
    take: page.limit,
    select,
  });
  return { customers, total: await db.shopper.count({ where, take: maxOffset }) };
}

function condition(filter: Filter | null): Prisma.ShopperWhereInput {
  if (filter === null) return {};
  if ("all" in filter) return { AND: filter.all.map(condition) };
  if ("any" in filter) return { OR: filter.any.map(condition) };
  return tested(filter.test);
}

function tested({ op, attribute, values }: Test): Prisma.ShopperWhereInput {
  if (attribute !== "email" && attribute !== "name") {
    throw badFilter(`Cannot filter by ${attribute.slice(0, 40)}; filter by email or name`);
  }
  const isEmail = attribute === "email";
  const wanted = isEmail ? values.map((value) => value.toLowerCase()) : values;
  if (op === "eq" || op === "in") return { [attribute]: { in: wanted } };
  if (op !== "like" && op !== "ilike") throw badFilter(`${attribute} knows eq, in and like`);
  const [pattern = ""] = wanted;
  const body = pattern.replaceAll(/^\*|\*$/g, "");
  const [open, close] = [pattern.startsWith("*"), pattern.length > 1 && pattern.endsWith("*")];
  const how = open && close ? "contains" : open ? "endsWith" : close ? "startsWith" : "equals";
  return { [attribute]: { [how]: body, ...(!isEmail && { mode: "insensitive" }) } };
}

const keptAddressSchema = clientAddressSchema.extend({ label: z.string().default("") });

const addressSelect = {
  id: true,
  data: true,
  phone: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.ShopperAddressSelect;

export type CustomerAddress = Awaited<ReturnType<typeof findAddresses>>[number];

/** The default is first, then the newest. */
export async function findAddresses(shopperId: string, id?: string) {
  const db = await database();
  const rows = await db.shopperAddress.findMany({
    where: { shopperId, ...(id !== undefined && { id }) },
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
    select: addressSelect,
  });
  return rows.map(({ data, phone, ...row }) => ({
    ...row,
    kept: { ...keptAddressSchema.parse(data), phone },
  }));
}

/** @throws DomainError not_found */
export async function requireAddress(shopperId: string, id: string): Promise<CustomerAddress> {
  const known = z.uuid().safeParse(id).success;
  const [address] = known ? await findAddresses(shopperId, id) : [];
  if (address === undefined) throw new DomainError("not_found", "Address not found");
  return address;
}
