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

/**
 * As `isSettled` of `lib/payments/core/sums.ts`: captured in part, the rest let go of, nothing under way and
 * nothing to be paid any more. What was captured is all that this order will ever cost.
 */
export const isSettled = Prisma.sql`(o.payment = 'partially_paid' AND o.status = 'processing'
  AND o.total_minor <= (
    SELECT coalesce(sum(authorized_minor - CASE WHEN captured_minor > 0 THEN 0 ELSE voided_minor END), 0)
    FROM payments WHERE order_id = o.id)
  AND NOT EXISTS (
    SELECT 1 FROM payments
    WHERE order_id = o.id AND authorized_minor > captured_minor + voided_minor)
  AND NOT EXISTS (
    SELECT 1 FROM transactions WHERE order_id = o.id
      AND status IN ('pending', 'requires_action', 'unknown')))`;

const isOwed = Prisma.sql`(o.payment IN ('unpaid', 'voided', 'partially_authorized', 'refunded')
  OR (o.payment IN ('partially_paid', 'partially_refunded') AND NOT ${isCovered}
    AND NOT ${isSettled}))`;

export const statusWords: Record<string, Prisma.Sql> = {
  incomplete: Prisma.sql`(o.status IN ('incomplete', 'processing')
    AND (o.status = 'incomplete' OR ${isOwed}))`,
  processing: Prisma.sql`(o.status = 'processing' AND NOT ${isOwed} AND NOT ${isSettled})`,
  complete: Prisma.sql`(o.status IN ('processing', 'complete')
    AND (o.status = 'complete' OR ${isSettled}))`,
  cancelled: Prisma.sql`o.status = 'cancelled'`,
};

export const paymentWords: Record<string, Prisma.Sql> = {
  unpaid: Prisma.sql`(o.payment IN ('unpaid', 'voided', 'refunded')
    AND (o.payment <> 'refunded' OR NOT ${isOver}))`,
  partially_authorized: Prisma.sql`o.payment = 'partially_authorized'`,
  authorized: Prisma.sql`(o.payment IN ('authorized', 'partially_paid', 'partially_refunded')
    AND (o.payment = 'authorized' OR (NOT ${isOver} AND ${isCovered})))`,
  partially_paid: Prisma.sql`(o.payment IN ('partially_paid', 'partially_refunded')
    AND ((o.payment = 'partially_paid' AND ${isOver}) OR (NOT ${isOver} AND NOT ${isCovered}
      AND NOT ${isSettled})))`,
  paid: Prisma.sql`(o.payment IN ('paid', 'free', 'partially_paid', 'partially_refunded')
    AND (o.payment IN ('paid', 'free') OR (o.payment = 'partially_refunded' AND ${isOver})
      OR ${isSettled}))`,
  refunded: Prisma.sql`(o.payment = 'refunded' AND ${isOver})`,
};

export const shippingWords: Record<string, Prisma.Sql> = {
  unfulfilled: Prisma.sql`o.fulfilment IN ('unfulfilled', 'not_required')`,
  partially_fulfilled: Prisma.sql`o.fulfilment = 'partially_fulfilled'`,
  fulfilled: Prisma.sql`o.fulfilment = 'fulfilled'`,
};
