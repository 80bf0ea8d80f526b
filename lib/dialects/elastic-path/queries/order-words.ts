import { Prisma } from "@/lib/db/client";

/**
 * The clients' words for an order's states as conditions on `orders o`; `json/order-state.ts` says the same of
 * one order. Each begins with what an index knows.
 */
const isOver = Prisma.sql`o.status IN ('complete', 'cancelled')`;

/** Taken and not given back, or held: nothing is owed. */
const isCovered = Prisma.sql`o.total_minor <= (
  SELECT coalesce(sum(authorized_minor - voided_minor - refunded_minor), 0)
  FROM payments WHERE order_id = o.id)`;

const isOwed = Prisma.sql`(o.payment IN ('unpaid', 'voided', 'partially_authorized', 'refunded')
  OR (o.payment IN ('partially_paid', 'partially_refunded') AND NOT ${isCovered}))`;

export const statusWords: Record<string, Prisma.Sql> = {
  incomplete: Prisma.sql`(o.status IN ('incomplete', 'processing')
    AND (o.status = 'incomplete' OR ${isOwed}))`,
  processing: Prisma.sql`(o.status = 'processing' AND NOT ${isOwed})`,
  complete: Prisma.sql`o.status = 'complete'`,
  cancelled: Prisma.sql`o.status = 'cancelled'`,
};

export const paymentWords: Record<string, Prisma.Sql> = {
  unpaid: Prisma.sql`(o.payment IN ('unpaid', 'voided', 'refunded')
    AND (o.payment <> 'refunded' OR NOT ${isOver}))`,
  partially_authorized: Prisma.sql`o.payment = 'partially_authorized'`,
  authorized: Prisma.sql`(o.payment IN ('authorized', 'partially_paid', 'partially_refunded')
    AND (o.payment = 'authorized' OR (NOT ${isOver} AND ${isCovered})))`,
  partially_paid: Prisma.sql`(o.payment IN ('partially_paid', 'partially_refunded')
    AND ((o.payment = 'partially_paid' AND ${isOver}) OR (NOT ${isOver} AND NOT ${isCovered})))`,
  paid: Prisma.sql`(o.payment IN ('paid', 'free', 'partially_refunded')
    AND (o.payment <> 'partially_refunded' OR ${isOver}))`,
  refunded: Prisma.sql`(o.payment = 'refunded' AND ${isOver})`,
};

export const shippingWords: Record<string, Prisma.Sql> = {
  unfulfilled: Prisma.sql`o.fulfilment IN ('unfulfilled', 'not_required')`,
  partially_fulfilled: Prisma.sql`o.fulfilment = 'partially_fulfilled'`,
  fulfilled: Prisma.sql`o.fulfilment = 'fulfilled'`,
};
