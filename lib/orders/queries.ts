import "server-only";
import { z } from "zod";
import { database, Prisma, type PrismaClient } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { taxLinesSchema } from "@/lib/tax/tax-lines";
import { addressSchema } from "@/lib/shipping/address";
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
/** What matches a search or a filter has to be looked at to be counted. */
const foundLimit = 1_000;

const limitFor = ({ search, status, payment, fulfilment }: Asked): number =>
  search === "" && !status && !payment && !fulfilment ? countLimit : foundLimit;

/** The merchant's list of orders, the newest first. */
export async function findOrders(query: FindOrders): Promise<OrderList> {
  const db = await database();
  const page = Math.max(1, Math.min(query.page ?? 1, countLimit / pageSize));
  const search = (query.search ?? "").trim();
  const asked = { ...query, search, page };
  const { ids, total } = await findIds(db, asked);
  const rows = await db.order.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
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
  });
  const orders = rows.map(({ lines, ...row }) => ({
    ...row,
    number: row.number === null ? null : toMinor(row.number),
    currency: currencySchema.parse(row.currency),
    totalMinor: toMinor(row.totalMinor),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return {
    orders,
    page,
    pages,
    total,
    totalIsExact: total < limitFor(asked),
  };
}

type Asked = FindOrders & { search: string; page: number };
type Found = { ids: string[]; total: number };

/** In SQL, because indexes of the lower case and of other tables' columns find what is searched for. */
async function findIds(db: PrismaClient, asked: Asked): Promise<Found> {
  const { search, status, payment, fulfilment, page } = asked;
  const where = Prisma.join(
    [
      // An order whose payment was begun in a cart is none yet: it waits for its checkout.
      Prisma.sql`(client -> 'awaitsDetails') IS NULL`,
      matching(search),
      status ? Prisma.sql`status = ${status}::order_status` : Prisma.sql`TRUE`,
      payment ? Prisma.sql`payment = ${payment}::order_payment` : Prisma.sql`TRUE`,
      fulfilment ? Prisma.sql`fulfilment = ${fulfilment}::order_fulfilment` : Prisma.sql`TRUE`,
    ],
    " AND ",
  );
  const limit = limitFor(asked);
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT id FROM orders WHERE ${where}
      ORDER BY created_at DESC, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: bigint }[]>`
      SELECT count(*) AS total FROM (SELECT 1 FROM orders WHERE ${where} LIMIT ${limit}) AS found`,
  ]);
  return { ids: rows.map(({ id }) => id), total: Number(counted?.total ?? 0) };
}

/** One index serves each kind of search term, so that a million orders answer as a thousand do. */
function matching(term: string): Prisma.Sql {
  if (term === "") return Prisma.sql`TRUE`;
  const number = /^#?(\d{1,15})$/.exec(term)?.[1];
  if (number !== undefined) return Prisma.sql`number = ${BigInt(number)}`;
  if (z.uuid().safeParse(term).success) {
    return Prisma.sql`id = ANY (ARRAY(
      SELECT ${term}::uuid UNION SELECT order_id FROM payments WHERE id = ${term}::uuid))`;
  }
  if (/^(pi|cs|ch|re)_/.test(term)) {
    return Prisma.sql`id = ANY (ARRAY(
      SELECT order_id FROM payments WHERE gateway_ref = ${term}
      UNION SELECT order_id FROM payments WHERE session_ref = ${term}
      UNION SELECT order_id FROM transactions WHERE gateway_ref = ${term}))`;
  }
  const beginning = `${term.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const email = Prisma.sql`lower(email) LIKE ${beginning}`;
  return term.includes("@") ? email : Prisma.sql`(${email} OR lower(name) LIKE ${beginning})`;
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

const eventFacts = z.object({ failureCode: z.string().nullable().catch(null) });

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
    taxIncluded: row.taxIncluded,
    taxLines: taxLinesSchema.catch([]).parse(row.taxLines),
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
    events: events.map(({ id, kind, actor, message, facts, at }) => {
      const { failureCode } = eventFacts.parse(facts);
      return { id, kind, actor, message, failureCode, at };
    }),
  };
}
