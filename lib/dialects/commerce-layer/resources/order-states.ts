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
