import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { addressSchema } from "./address";
import type {
  OrderFulfilment,
  OrderList,
  OrderPaymentStatus,
  OrderStatus,
  OrderView,
} from "./views";

export type FindOrders = {
  /** A number ("1042", "#1042"), an id, a gateway reference, or the beginning of an e-mail or name. */
  search?: string;
  status?: OrderStatus;
  payment?: OrderPaymentStatus;
  fulfilment?: OrderFulfilment;
  /** From 1. */
  page?: number;
};

const pageSize = 25;
/** Nobody pages further than this: counting all of a million rows would cost more than it tells. */
const countLimit = 10_000;

/** The merchant's list of orders, the newest first. */
export async function findOrders(query: FindOrders): Promise<OrderList> {
  const db = await database();
  const where = whereOf(query);
  const wanted = Math.max(1, Math.min(query.page ?? 1, countLimit / pageSize));
  const [rows, counted] = await Promise.all([
    db.order.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (wanted - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        number: true,
        status: true,
        payment: true,
        fulfilment: true,
        channel: true,
        currency: true,
        totalMinor: true,
        email: true,
        name: true,
        createdAt: true,
        placedAt: true,
        lines: { select: { quantity: true } },
      },
    }),
    db.order.count({ where, take: countLimit }),
  ]);
  const orders = rows.map(({ lines, ...row }) => ({
    ...row,
    number: row.number === null ? null : toMinor(row.number),
    currency: currencySchema.parse(row.currency),
    totalMinor: toMinor(row.totalMinor),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
  const pages = Math.max(1, Math.ceil(counted / pageSize));
  return { orders, page: wanted, pages, total: counted, totalIsExact: counted < countLimit };
}

function whereOf({ search = "", status, payment, fulfilment }: FindOrders): Prisma.OrderWhereInput {
  return { status, payment, fulfilment, ...matching(search.trim()) };
}

/** One index serves each kind of search term, so that a million orders answer as a thousand do. */
function matching(term: string): Prisma.OrderWhereInput {
  if (term === "") return {};
  const number = /^#?(\d{1,15})$/.exec(term)?.[1];
  if (number !== undefined) return { number: BigInt(number) };
  if (z.uuid().safeParse(term).success)
    return { OR: [{ id: term }, { payments: { some: { id: term } } }] };
  if (/^(pi|cs|ch|re)_/.test(term)) {
    return {
      OR: [
        { payments: { some: { OR: [{ gatewayRef: term }, { sessionRef: term }] } } },
        { transactions: { some: { gatewayRef: term } } },
      ],
    };
  }
  const email = { startsWith: term.toLowerCase() };
  if (term.includes("@")) return { email };
  return { OR: [{ email }, { name: { startsWith: term, mode: "insensitive" } }] };
}

/** The merchant's full view of an order, without its payments (`findOrderPayments` has those). */
export async function findOrder(id: string): Promise<OrderView | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const db = await database();
  const row = await db.order.findUnique({
    where: { id },
    include: {
      lines: { orderBy: { position: "asc" } },
      events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
    },
  });
  return row === null ? null : orderView(row);
}

type OrderRow = Prisma.OrderGetPayload<{ include: { lines: true; events: true } }>;

export function orderView(row: OrderRow): OrderView {
  const { lines, events } = row;
  return {
    id: row.id,
    number: row.number === null ? null : toMinor(row.number),
    accessToken: row.accessToken,
    channel: row.channel,
    status: row.status,
    payment: row.payment,
    fulfilment: row.fulfilment,
    currency: currencySchema.parse(row.currency),
    locale: row.locale,
    email: row.email,
    name: row.name,
    phone: row.phone,
    shippingAddress: row.shippingAddress === null ? null : addressSchema.parse(row.shippingAddress),
    billingAddress: addressSchema.parse(row.billingAddress),
    shippingName: row.shippingName,
    subtotalMinor: toMinor(row.subtotalMinor),
    discountMinor: toMinor(row.discountMinor),
    shippingMinor: toMinor(row.shippingMinor),
    taxMinor: toMinor(row.taxMinor),
    totalMinor: toMinor(row.totalMinor),
    createdAt: row.createdAt,
    placedAt: row.placedAt,
    cancelledAt: row.cancelledAt,
    lines: lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      unitPriceMinor: toMinor(line.unitPriceMinor),
      discountMinor: toMinor(line.discountMinor),
      taxMinor: toMinor(line.taxMinor),
      totalMinor: toMinor(line.totalMinor),
    })),
    events: events.map(({ id, kind, actor, message, at }) => ({ id, kind, actor, message, at })),
  };
}
