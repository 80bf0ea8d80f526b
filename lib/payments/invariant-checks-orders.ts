import { derivedStatus, open, perOrder, withCase, type Check } from "./invariant-sql";

/** What is sold and what has become of it. */
export const stockAndOrders: Check[] = [
  {
    invariant: 5,
    promise: "Stock is never below zero, and reserved is the sum of what is held",
    query: `SELECT 'variant ' || s."variant_id" AS "what" FROM "stock_items" s
      LEFT JOIN "stock_reservations" r ON r."variant_id" = s."variant_id" AND r."status" = 'held'
      GROUP BY s."variant_id"
      HAVING s."on_hand" < 0 OR s."reserved" < 0 OR s."reserved" <> coalesce(sum(r."quantity"), 0)`,
  },
  {
    invariant: 5,
    promise: "A placed order has its goods",
    query: `SELECT 'order ' || o."id" || ' lacks ' || v."sku" AS "what" FROM "orders" o
      JOIN "order_lines" l ON l."order_id" = o."id" JOIN "variants" v ON v."id" = l."variant_id"
      WHERE o."placed_at" IS NOT NULL AND o."status" <> 'cancelled' AND v."manages_stock"
      AND NOT EXISTS (SELECT 1 FROM "stock_reservations" r WHERE r."order_id" = o."id"
        AND r."variant_id" = v."id" AND r."status" = 'committed')`,
  },
  {
    invariant: 6,
    promise: "One order for one checkout of a cart",
    query: `SELECT 'cart ' || "cart_id" AS "what" FROM "orders" WHERE "cart_id" IS NOT NULL
      GROUP BY "cart_id", "cart_version" HAVING count(*) > 1`,
  },
  {
    invariant: 2,
    promise:
      "A checkout's total is its goods, less discounts, and shipping, and tax that is not in them",
    query: `SELECT 'order ' || "id" AS "what" FROM "orders" WHERE "cart_id" IS NOT NULL
      AND "total_minor" <> "subtotal_minor" - "discount_minor" + "shipping_minor"
        + CASE WHEN "tax_included" THEN 0 ELSE "tax_minor" END`,
  },
  {
    invariant: 6,
    promise: "Order numbers have no gaps",
    query: `SELECT count(*) || ' numbers up to ' || max("number") AS "what" FROM "orders"
      WHERE "number" IS NOT NULL HAVING max("number") - min("number") + 1 <> count(*)`,
  },
  {
    invariant: 6,
    promise: "A placed order is confirmed once",
    query: `SELECT 'order ' || o."id" AS "what" FROM "orders" o
      JOIN "mails" m ON m."order_id" = o."id" AND m."kind" = 'order_confirmation'
      GROUP BY o."id" HAVING count(*) > 1 OR o."placed_at" IS NULL`,
  },
];

/** What orders say of themselves, and what is still to be done. */
export const standing: Check[] = [
  {
    invariant: 7,
    promise: "An order's payment status follows from its payments",
    query: `SELECT 'order ' || "id" || ' is ' || "payment" || ', not ' || ${derivedStatus} AS "what"
      FROM (${perOrder}) AS o WHERE "payment"::text <> ${derivedStatus}
      AND NOT ("total" = 0 AND "placed_at" IS NULL)`,
  },
  {
    invariant: 7,
    promise: "An order that is paid or held in full, with nothing on its way back, is placed",
    query: `SELECT 'order ' || "id" AS "what" FROM (${perOrder}) AS o
      WHERE "total" > 0 AND "kept" + "held" >= "total" AND "placed_at" IS NULL AND "status" = 'incomplete'
      AND NOT EXISTS (SELECT 1 FROM "transactions" t WHERE t."order_id" = o."id"
        AND t."kind" IN ('refund', 'void') AND t."status" IN ${open})`,
  },
  {
    invariant: 7,
    promise: "The whole price of a cancelled order that was never placed is a case",
    query: `SELECT 'order ' || "id" AS "what" FROM (${perOrder}) AS o
      WHERE "status" = 'cancelled' AND "placed_at" IS NULL
        AND "total" > 0 AND "kept" + "held" >= "total"
      AND NOT ${withCase('o."id"', "paid_after_cancel", "paid_without_stock", "refund_failed")}`,
  },
  {
    invariant: 8,
    promise: "What is open has a next look",
    query: `SELECT 'transaction ' || "id" AS "what" FROM "transactions"
      WHERE "status" IN ${open} AND ("next_look_at" IS NULL OR "next_look_at" < now() - interval '2 hours')`,
  },
  {
    invariant: 8,
    promise: "A change of a total that is not settled has a next look",
    query: `SELECT 'amendment ' || "id" AS "what" FROM "order_amendments"
      WHERE "status" = 'pending' AND ("next_look_at" IS NULL OR "next_look_at" < now() - interval '2 hours')`,
  },
  {
    invariant: 9,
    promise: "An order that waits for its form is as dear as the form, or is paid in parts",
    query: `SELECT 'order ' || o."id" AS "what" FROM "orders" o JOIN "payments" p ON p."order_id" = o."id"
      WHERE p."collected_by" = 'elements' AND o."placed_at" IS NULL AND o."status" = 'incomplete'
      AND EXISTS (SELECT 1 FROM "order_amendments" a WHERE a."payment_id" = p."id" AND a."status" = 'applied')
      AND EXISTS (SELECT 1 FROM "transactions" t WHERE t."payment_id" = p."id" AND t."status" IN ${open}
        AND t."kind" IN ('authorize', 'purchase') AND t."amount_minor" <> o."total_minor")`,
  },
  {
    invariant: 8,
    promise: "An event that is not worked on has a next try",
    query: `SELECT 'event ' || "external_id" AS "what" FROM "webhook_events"
      WHERE "processed_at" IS NULL AND ("next_try_at" IS NULL OR "next_try_at" < now() - interval '2 hours')`,
  },
  {
    invariant: 9,
    promise: "What moved is what the payment was for, or a case",
    query: `SELECT 'payment ' || p."id" AS "what" FROM "payments" p
      WHERE p."authorized_minor" > 0 AND p."authorized_minor" <> p."amount_minor"
      AND NOT EXISTS (SELECT 1 FROM "payment_cases" c WHERE c."payment_id" = p."id" AND c."kind" = 'amount_mismatch')`,
  },
];
