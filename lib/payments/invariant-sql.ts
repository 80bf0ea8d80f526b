/** What several checks ask for, in SQL. `promise` is told where it is broken; its number is an invariant's. */
export type Check = { invariant: number; promise: string; query: string };

export const open = `('pending', 'requires_action', 'unknown')`;

/** Sums of transactions beside what their payment says. */
export const sums = `
  SELECT p."id", p."amount_minor", p."authorized_minor", p."captured_minor", p."refunded_minor", p."voided_minor",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" IN ('authorize', 'purchase')), 0) AS "authorized",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" IN ('capture', 'purchase')), 0) AS "captured",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" = 'refund'), 0) AS "refunded",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" = 'void'), 0) AS "voided",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" IN ${open} AND t."kind" = 'refund'), 0) AS "refunding",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" IN ${open} AND t."kind" = 'capture'), 0) AS "capturing"
  FROM "payments" p LEFT JOIN "transactions" t ON t."payment_id" = p."id" GROUP BY p."id"`;

export const perOrder = `
  SELECT o."id", o."total_minor" AS "total", o."status", o."payment", o."placed_at",
    coalesce(sum(p."captured_minor" - p."refunded_minor"), 0) AS "kept",
    coalesce(sum(p."authorized_minor" - p."captured_minor" - p."voided_minor"), 0) AS "held",
    coalesce(sum(p."refunded_minor"), 0) AS "refunded",
    coalesce(sum(p."voided_minor"), 0) AS "voided"
  FROM "orders" o LEFT JOIN "payments" p ON p."order_id" = o."id" GROUP BY o."id"`;

export const derivedStatus = `
  CASE WHEN "total" = 0 THEN 'free'
    WHEN "kept" >= "total" THEN 'paid'
    WHEN "kept" > 0 AND "refunded" > 0 THEN 'partially_refunded'
    WHEN "kept" > 0 THEN 'partially_paid'
    WHEN "held" >= "total" THEN 'authorized'
    WHEN "held" > 0 THEN 'partially_authorized'
    WHEN "refunded" > 0 THEN 'refunded'
    WHEN "voided" > 0 THEN 'voided' ELSE 'unpaid' END`;

/** A case about the order's money, which a merchant can see: the exception is not silent. */
export const withCase = (orderId: string, ...kinds: string[]) => `
  EXISTS (SELECT 1 FROM "payment_cases" c WHERE c."order_id" = ${orderId}
    AND c."kind" IN (${kinds.map((kind) => `'${kind}'`).join(", ")}))`;
