import "server-only";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { listCards } from "@/lib/payments/wallet/cards";
import { isOrderOf } from "./own-orders";
import { walletOf } from "./wallet-of";

const pageSize = 25;
const countLimit = 10_000;

/** People with an account, the newest first; by the beginning of an e-mail address, or a part of a name. */
export async function findCustomers(query: { page: number; search: string }) {
  const db = await database();
  const search = query.search.trim();
  const where: Prisma.ShopperWhereInput =
    search === ""
      ? {}
      : {
          OR: [
            { email: { startsWith: search.toLowerCase() } },
            { name: { contains: search, mode: "insensitive" } },
          ],
        };
  const page = Math.min(query.page, countLimit / pageSize);
  const [rows, total] = await Promise.all([
    db.shopper.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { _count: { select: { orders: { where: { placedAt: { not: null } } } } } },
    }),
    db.shopper.count({ where, take: countLimit }),
  ]);
  const customers = rows.map(({ id, name, email, emailVerified, createdAt, _count }) => {
    return { id, name, email, isVerified: emailVerified, createdAt, orderCount: _count.orders };
  });
  return { customers, page, pages: Math.max(1, Math.ceil(total / pageSize)), total };
}

const mostOrders = 50;

export async function findCustomer(id: string) {
  const db = await database();
  const shopper = await db.shopper.findUnique({ where: { id } });
  if (shopper === null) return null;
  const isTheirs = isOrderOf(id, shopper.emailVerified ? shopper.email : null);
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM orders WHERE ${isTheirs}
    ORDER BY created_at DESC, id DESC LIMIT ${mostOrders}`;
  const [orders, cards] = await Promise.all([
    db.order.findMany({
      where: { id: { in: ids.map((row) => row.id) } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      include: { _count: { select: { lines: true } } },
    }),
    listCards(walletOf({ id })),
  ]);
  return {
    ...shopper,
    cards,
    orders: orders.map((row) => ({
      id: row.id,
      number: row.number === null ? null : toMinor(row.number),
      status: row.status,
      payment: row.payment,
      fulfilment: row.fulfilment,
      channel: row.channel,
      currency: currencySchema.parse(row.currency),
      totalMinor: toMinor(row.totalMinor),
      email: row.email,
      name: row.name,
      createdAt: row.createdAt,
      placedAt: row.placedAt,
      itemCount: row._count.lines,
    })),
  };
}
