import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { RequestError } from "../errors";
import type { Filter, Test } from "../lists/filter";
import { badFilter } from "../lists/filter";
import type { Page } from "../lists/page";

/**
 * What these clients call a product is one of our variants: the thing with a price and an SKU. A product
 * with several variants is several products to them.
 */
const imageSelect = { id: true, url: true, alt: true } as const;

const select = {
  id: true,
  sku: true,
  title: true,
  managesStock: true,
  createdAt: true,
  updatedAt: true,
  prices: { select: { currency: true, amountMinor: true, compareAtMinor: true } },
  stock: { select: { onHand: true, reserved: true } },
  images: { orderBy: { position: "asc" }, select: imageSelect },
  product: {
    select: {
      slug: true,
      title: true,
      subtitle: true,
      description: true,
      status: true,
      category: { select: { id: true } },
      images: { orderBy: { position: "asc" }, select: imageSelect },
    },
  },
} as const satisfies Prisma.VariantSelect;

export type SellableRow = Prisma.VariantGetPayload<{ select: typeof select }>;

const live = { product: { status: "live" } } as const;
const isId = (value: string) => z.uuid().safeParse(value).success;

/** By its own id, or by that of a product which is sold in one form only. */
export async function findSellable(id: string): Promise<SellableRow | null> {
  if (!isId(id)) return null;
  const db = await database();
  const row = await db.variant.findFirst({ where: { id, ...live }, select });
  if (row !== null) return row;
  const rows = await db.variant.findMany({ where: { productId: id, ...live }, select, take: 2 });
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** In the order of the ids; those that lead nowhere are left out. */
export async function findSellablesById(ids: string[]): Promise<SellableRow[]> {
  const db = await database();
  const rows = await db.variant.findMany({ where: { id: { in: ids }, ...live }, select });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** @throws RequestError 404 */
export async function requireSellable(id: string): Promise<SellableRow> {
  const row = await findSellable(id);
  if (row !== null) return row;
  const detail = "The requested product could not be found";
  throw new RequestError(404, [{ title: "Product not found", detail, meta: { id } }]);
}

export const productSorts = ["created_at", "name", "sku", "slug", "updated_at"] as const;
type Sort = { field: (typeof productSorts)[number]; descending: boolean };

export type FindSellables = { filter: Filter | null; page: Page; sort: Sort | null };

export async function findSellables(question: FindSellables) {
  const { filter, page, sort } = question;
  const where: Prisma.VariantWhereInput = {
    AND: [live, { prices: { some: {} } }, ...(filter === null ? [] : [whereOf(filter)])],
  };
  const db = await database();
  const [rows, total] = await Promise.all([
    db.variant.findMany({
      where,
      select,
      orderBy: [orderOf(sort), { position: "asc" }, { id: "asc" }],
      take: page.limit,
      skip: page.offset,
    }),
    db.variant.count({ where }),
  ]);
  return { rows, total };
}

function orderOf(sort: Sort | null): Prisma.VariantOrderByWithRelationInput {
  const { field, descending } = sort ?? { field: "created_at", descending: false };
  const direction = descending ? "desc" : "asc";
  switch (field) {
    case "created_at":
      return { createdAt: direction };
    case "updated_at":
      return { updatedAt: direction };
    case "sku":
      return { sku: direction };
    case "slug":
      return { product: { slug: direction } };
    case "name":
      return { product: { title: direction } };
  }
}

function whereOf(filter: Filter): Prisma.VariantWhereInput {
  if ("all" in filter) return { AND: filter.all.map(whereOf) };
  if ("any" in filter) return { OR: filter.any.map(whereOf) };
  return testOf(filter.test);
}

function testOf(test: Test): Prisma.VariantWhereInput {
  const { attribute, values } = test;
  switch (attribute) {
    case "id":
      return { id: { in: equals(test).filter(isId) } };
    case "sku":
      return { sku: textOf(test) };
    case "name":
      return {
        OR: [{ product: { title: textOf(test) } }, { title: textOf(test) }, ...whole(test)],
      };
    case "slug":
      return { OR: [{ product: { slug: textOf(test) } }, ...wholeSlugs(test)] };
    case "status":
      return equals(test).includes("live") ? {} : { id: { in: [] } };
    case "commodity_type":
      return equals(test).includes("physical") ? {} : { id: { in: [] } };
    case "category.id":
    case "category_id":
      return { product: { categoryId: { in: equals(test).filter(isId) } } };
    default:
      throw badFilter(`Cannot filter by ${attribute} = ${values.join(",").slice(0, 40)}`);
  }
}

/** "Quay Mug (Fog)": a product and, in brackets, which form of it; both may have brackets of their own. */
function whole({ values }: Test): Prisma.VariantWhereInput[] {
  return values
    .filter((value) => value.endsWith(")"))
    .flatMap((value) =>
      seams(value, / \(/g).map(({ before, after }) => ({
        title: after.slice(0, -1),
        product: { title: before },
      })),
    );
}

/** "quay-mug-tab-mug-fog": the slug of a product and the SKU of its form, whose seam may be any hyphen. */
function wholeSlugs({ values }: Test): Prisma.VariantWhereInput[] {
  return values.flatMap((value) =>
    seams(value, /-/g).map(({ before, after }) => ({
      sku: { equals: after, mode: "insensitive" as const },
      product: { slug: before },
    })),
  );
}

/** Every way to cut a text in two at a mark; nobody's name has more than a few. */
function seams(value: string, mark: RegExp): { before: string; after: string }[] {
  return [...value.matchAll(mark)].slice(0, 20).map(({ index, 0: found }) => ({
    before: value.slice(0, index),
    after: value.slice(index + found.length),
  }));
}

/** @throws RequestError 400 where only equality makes sense */
function equals({ op, attribute, values }: Test): string[] {
  if (op === "eq" || op === "in") return values;
  throw badFilter(`${attribute} is compared with eq or in`);
}

function textOf(test: Test): Prisma.StringFilter {
  const { op, attribute, values } = test;
  if (op === "eq" || op === "in") return { in: values };
  if (op !== "like" && op !== "ilike") throw badFilter(`${attribute} knows eq, in and like`);
  const [pattern = ""] = values;
  const text = pattern.replaceAll(/^\*|\*$/g, "");
  const mode = "insensitive" as const;
  const [open, close] = [pattern.startsWith("*"), pattern.length > 1 && pattern.endsWith("*")];
  if (open && close) return { contains: text, mode };
  if (open) return { endsWith: text, mode };
  return close ? { startsWith: text, mode } : { equals: text, mode };
}
