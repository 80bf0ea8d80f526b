import { Prisma } from "@/lib/db/client";

/**
 * The clients' words for where an order stands (the state table of the contract), from our own: it is
 * placed when it has a number, approved once a merchant said so or money was taken, and a refund of
 * everything ends it.
 */
export const status = Prisma.sql`
  CASE WHEN o.status = 'cancelled' OR o.payment = 'refunded' THEN 'cancelled'
    WHEN o.placed_at IS NULL THEN
      CASE WHEN o.email <> '' AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id)
        THEN 'pending' ELSE 'draft' END
    WHEN o.approved_at IS NOT NULL OR o.payment IN ('paid', 'partially_refunded') THEN 'approved'
    WHEN o.payment = 'partially_paid' AND EXISTS (SELECT 1 FROM payments p
      WHERE p.order_id = o.id AND p.gateway <> 'gift_card' AND p.captured_minor > 0) THEN 'approved'
    ELSE 'placed' END`;

/** Those of what is sent. */
export const fulfilment = Prisma.sql`
  CASE WHEN o.fulfilment IN ('fulfilled', 'not_required') THEN o.fulfilment::text
    WHEN o.fulfilment = 'partially_fulfilled' THEN 'in_progress'
    WHEN o.payment IN ('paid', 'partially_refunded') AND o.status <> 'cancelled' THEN 'in_progress'
    ELSE 'unfulfilled' END`;

/**
 * The same as conditions on an order's row. A `CASE` with questions about other tables is estimated to cost so
 * much for each of a hundred thousand orders that the database compiles it first, which takes longer than all else.
 */
export function hasStatus(alias: string, given: readonly string[]): Prisma.Sql {
  const t = Prisma.raw(alias);
  const takenInPart = Prisma.sql`(${t}.payment = 'partially_paid' AND ${t}.id = ANY (ARRAY(
    SELECT p.order_id FROM orders y JOIN payments p ON p.order_id = y.id
    WHERE y.payment = 'partially_paid' AND p.gateway <> 'gift_card' AND p.captured_minor > 0)))`;
  const isOver = Prisma.sql`(${t}.own_status = 'cancelled' OR ${t}.payment = 'refunded')`;
  const isApproved = Prisma.sql`(${t}.approved_at IS NOT NULL
    OR ${t}.payment IN ('paid', 'partially_refunded') OR ${takenInPart})`;
  const hasGoods = Prisma.sql`(${t}.customer_email <> '' AND EXISTS (
    SELECT 1 FROM order_lines l WHERE l.order_id = ${t}.id))`;
  const isOpen = Prisma.sql`NOT ${isOver} AND ${t}.placed_at IS NULL`;
  const isPlaced = Prisma.sql`NOT ${isOver} AND ${t}.placed_at IS NOT NULL`;
  const conditions: Readonly<Record<string, Prisma.Sql>> = {
    draft: Prisma.sql`(${isOpen} AND NOT ${hasGoods})`,
    pending: Prisma.sql`(${isOpen} AND ${hasGoods})`,
    placed: Prisma.sql`(${isPlaced} AND NOT ${isApproved})`,
    approved: Prisma.sql`(${isPlaced} AND ${isApproved})`,
    cancelled: isOver,
  };
  const known = given.flatMap((name) =>
    Object.hasOwn(conditions, name) ? (conditions[name] ?? []) : [],
  );
  return known.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(known, " OR ")})`;
}
