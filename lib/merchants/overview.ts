import "server-only";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema, type Currency } from "@/lib/money/currency";

const DAY_MS = 86_400_000;
const CHART_DAYS = 14;

export type Revenue = { currency: Currency; todayMinor: number; weekMinor: number };
export type Overview = {
  ordersToday: number;
  revenue: Revenue[];
  /** Placed orders of the last days, the oldest day first. */
  days: { day: string; orders: number }[];
  /** None of these is more than `waitingLimit`. */
  waiting: {
    openCases: number;
    toCapture: number;
    toShip: number;
    unanswered: number;
    failedMails: number;
  };
};

/** The merchant's first page. Days are UTC days, as everywhere on the server. */
export async function findOverview(now: Date = new Date()): Promise<Overview> {
  const db = await database();
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const [ordersToday, revenue, days, waiting] = await Promise.all([
    db.order.count({ where: { placedAt: { gte: today } } }),
    findRevenue(today),
    findDays(today),
    findWaiting(),
  ]);
  return { ordersToday, revenue, days, waiting };
}

/** Money that came in less money that went back, by the day on which it moved. */
async function findRevenue(today: Date): Promise<Revenue[]> {
  const db = await database();
  const week = new Date(today.getTime() - 6 * DAY_MS);
  const rows = await db.$queryRaw<{ currency: string; today: bigint; week: bigint }[]>`
    SELECT currency,
      coalesce(sum(signed) FILTER (WHERE settled_at >= ${today}), 0)::bigint AS today,
      coalesce(sum(signed), 0)::bigint AS week
    FROM (
      SELECT currency, settled_at,
        CASE WHEN kind = 'refund' THEN -amount_minor ELSE amount_minor END AS signed
      FROM transactions
      WHERE status = 'succeeded' AND kind IN ('purchase', 'capture', 'refund')
        AND settled_at >= ${week}
    ) AS moved
    GROUP BY currency ORDER BY week DESC`;
  return rows.map(({ currency, ...sums }) => ({
    currency: currencySchema.parse(currency),
    todayMinor: toMinor(sums.today),
    weekMinor: toMinor(sums.week),
  }));
}

async function findDays(today: Date): Promise<Overview["days"]> {
  const db = await database();
  const first = new Date(today.getTime() - (CHART_DAYS - 1) * DAY_MS);
  const rows = await db.$queryRaw<{ day: string; orders: number }[]>`
    SELECT to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS orders
    FROM orders WHERE placed_at >= ${first} GROUP BY 1`;
  const counts = new Map(rows.map(({ day, orders }) => [day, orders]));
  return Array.from({ length: CHART_DAYS }, (_, i) => {
    const day = new Date(first.getTime() + i * DAY_MS).toISOString().slice(0, 10);
    return { day, orders: counts.get(day) ?? 0 };
  });
}

/** Counted no further than this: to somebody with a thousand things to do, the rest tells nothing. */
export const waitingLimit = 1_000;

async function findWaiting(): Promise<Overview["waiting"]> {
  const db = await database();
  const take = waitingLimit;
  const [openCases, toCapture, toShip, unanswered, failedMails] = await Promise.all([
    db.paymentCase.count({ take, where: { status: "open" } }),
    db.order.count({ take, where: { payment: "authorized", status: { not: "cancelled" } } }),
    db.order.count({ take, where: { fulfilment: "unfulfilled", payment: "paid" } }),
    // Each of them is looked at again, and only what will be is in an index.
    db.transaction.count({ take, where: { status: "unknown", nextLookAt: { not: null } } }),
    db.mail.count({ take, where: { status: "failed" } }),
  ]);
  return { openCases, toCapture, toShip, unanswered, failedMails };
}
