/**
 * One query for each promise; a row it gives is a violation, told in `what`. The numbers are those of
 * the nine invariants on the architecture page.
 */
export type Check = { invariant: number; promise: string; query: string };

const open = `('pending', 'requires_action', 'unknown')`;

/** Sums of transactions beside what their payment says. */
const sums = `
  SELECT p."id", p."amount_minor", p."authorized_minor", p."captured_minor", p."refunded_minor", p."voided_minor",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" IN ('authorize', 'purchase')), 0) AS "authorized",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" IN ('capture', 'purchase')), 0) AS "captured",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" = 'refund'), 0) AS "refunded",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" = 'succeeded' AND t."kind" = 'void'), 0) AS "voided",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" IN ${open} AND t."kind" = 'refund'), 0) AS "refunding",
    coalesce(sum(t."amount_minor") FILTER (WHERE t."status" IN ${open} AND t."kind" = 'capture'), 0) AS "capturing"
  FROM "payments" p LEFT JOIN "transactions" t ON t."payment_id" = p."id" GROUP BY p."id"`;

const perOrder = `
  SELECT o."id", o."total_minor" AS "total", o."status", o."payment", o."placed_at",
    coalesce(sum(p."captured_minor" - p."refunded_minor"), 0) AS "kept",
    coalesce(sum(p."authorized_minor" - p."captured_minor" - p."voided_minor"), 0) AS "held",
    coalesce(sum(p."refunded_minor"), 0) AS "refunded",
    coalesce(sum(p."voided_minor"), 0) AS "voided"
  FROM "orders" o LEFT JOIN "payments" p ON p."order_id" = o."id" GROUP BY o."id"`;

const derivedStatus = `
  CASE WHEN "total" = 0 THEN 'free'
    WHEN "kept" >= "total" THEN 'paid'
    WHEN "kept" > 0 AND "refunded" > 0 THEN 'partially_refunded'
    WHEN "kept" > 0 THEN 'partially_paid'
    WHEN "held" >= "total" THEN 'authorized'
    WHEN "held" > 0 THEN 'partially_authorized'
    WHEN "refunded" > 0 THEN 'refunded'
    WHEN "voided" > 0 THEN 'voided' ELSE 'unpaid' END`;

/** A case about the order's money, which a merchant can see: the exception is not silent. */
const withCase = (orderId: string, ...kinds: string[]) => `
  EXISTS (SELECT 1 FROM "payment_cases" c WHERE c."order_id" = ${orderId}
    AND c."kind" IN (${kinds.map((kind) => `'${kind}'`).join(", ")}))`;

const amounts: Check[] = [
  {
    invariant: 1,
    promise: "0 ≤ refunded ≤ captured, captured + voided ≤ authorized ≤ amount",
    query: `SELECT 'payment ' || "id" AS "what" FROM "payments"
      WHERE NOT (0 <= "refunded_minor" AND "refunded_minor" <= "captured_minor" AND "voided_minor" >= 0
        AND "captured_minor" + "voided_minor" <= "authorized_minor" AND "authorized_minor" <= "amount_minor")`,
  },
  {
    invariant: 1,
    promise: "A payment's amounts are the sums of its transactions",
    query: `SELECT 'payment ' || "id" AS "what" FROM (${sums}) AS s
      WHERE "authorized_minor" <> "authorized" OR "captured_minor" <> "captured"
        OR "refunded_minor" <> "refunded" OR "voided_minor" <> "voided"`,
  },
  {
    invariant: 1,
    promise: "What is under way fits into what is left",
    query: `SELECT 'payment ' || "id" AS "what" FROM (${sums}) AS s
      WHERE "refunded" + "refunding" > "captured" OR "captured" + "capturing" + "voided" > "authorized"
        AND "capturing" > 0`,
  },
  {
    invariant: 2,
    promise: "No more is taken or held than an order costs",
    query: `SELECT 'order ' || o."id" || ' has ' || ("kept" + "held") || ' of ' || "total" AS "what"
      FROM (${perOrder}) AS o WHERE "kept" + "held" > "total"
      AND NOT ${withCase('o."id"', "paid_twice", "paid_after_cancel", "refund_failed")}`,
  },
];

const effects: Check[] = [
  {
    invariant: 3,
    promise: "A succeeded transaction has one ledger entry",
    query: `SELECT 'transaction ' || t."id" AS "what" FROM "transactions" t WHERE t."status" = 'succeeded'
      AND (SELECT count(*) FROM "ledger_entries" e
        WHERE e."transaction_id" = t."id" AND e."kind" = t."kind"::text) <> 1`,
  },
  {
    invariant: 3,
    promise: "A ledger entry has a succeeded transaction, or its reversal",
    query: `SELECT 'entry ' || e."id" AS "what" FROM "ledger_entries" e
      JOIN "transactions" t ON t."id" = e."transaction_id" WHERE t."status" <> 'succeeded'
      AND NOT EXISTS (SELECT 1 FROM "ledger_entries" r WHERE r."transaction_id" = t."id" AND r."kind" = 'reversal')`,
  },
  {
    invariant: 3,
    promise: "A succeeded transaction names its effect at the gateway",
    query: `SELECT 'transaction ' || "id" AS "what" FROM "transactions"
      WHERE "status" = 'succeeded' AND "gateway_ref" IS NULL`,
  },
  {
    invariant: 3,
    promise: "One effect at the gateway is one transaction",
    query: `SELECT 'reference ' || t."gateway_ref" AS "what" FROM "transactions" t
      JOIN "payments" p ON p."id" = t."payment_id" WHERE t."status" = 'succeeded'
      AND t."kind" IN ('authorize', 'purchase', 'refund') AND t."mechanism" = 'automatic'
      GROUP BY p."gateway", t."kind", t."gateway_ref" HAVING count(*) > 1`,
  },
];

const account = (name: string) =>
  `coalesce(sum(l."amount_minor") FILTER (WHERE l."account" = '${name}'), 0)`;

const ledger: Check[] = [
  {
    invariant: 4,
    promise: "Every ledger entry balances",
    query: `SELECT 'entry ' || "entry_id" AS "what" FROM "ledger_postings"
      GROUP BY "entry_id" HAVING sum("amount_minor") <> 0 OR count(*) < 2`,
  },
  {
    invariant: 4,
    promise: "Account sums equal what payments say",
    query: `SELECT 'payment ' || p."id" AS "what" FROM "payments" p
      LEFT JOIN "ledger_entries" e ON e."payment_id" = p."id"
      LEFT JOIN "ledger_postings" l ON l."entry_id" = e."id" GROUP BY p."id"
      HAVING ${account("sales")} <> -p."captured_minor" OR ${account("refunds")} <> p."refunded_minor"
        OR ${account("gateway_holds")} <> p."authorized_minor" - p."captured_minor" - p."voided_minor"
        OR ${account("orders_held")} <> -${account("gateway_holds")}`,
  },
  {
    invariant: 4,
    promise: "Disputes take no more than was captured, and a case says so",
    query: `SELECT 'payment ' || p."id" AS "what" FROM "payments" p
      JOIN "ledger_entries" e ON e."payment_id" = p."id" AND e."kind" LIKE 'dispute:%'
      JOIN "ledger_postings" l ON l."entry_id" = e."id" GROUP BY p."id"
      HAVING ${account("disputed")} NOT BETWEEN 0 AND p."captured_minor" OR NOT EXISTS (
        SELECT 1 FROM "payment_cases" c WHERE c."payment_id" = p."id" AND c."kind" = 'dispute')`,
  },
];

const giftCards: Check[] = [
  {
    invariant: 4,
    promise: "A gift card's balance is the sum of its movements, and never below zero",
    query: `SELECT 'gift card ' || g."id" AS "what" FROM "gift_cards" g
      LEFT JOIN "gift_card_movements" m ON m."gift_card_id" = g."id" GROUP BY g."id"
      HAVING g."balance_minor" <> coalesce(sum(m."amount_minor"), 0) OR g."balance_minor" < 0`,
  },
  {
    invariant: 4,
    promise: "What gift cards owe is less by what they have paid for, and by nothing else",
    query: `SELECT 'payment ' || p."id" AS "what" FROM "payments" p
      LEFT JOIN "ledger_entries" e ON e."payment_id" = p."id"
      LEFT JOIN "ledger_postings" l ON l."entry_id" = e."id" AND l."account" = 'gift_cards'
      WHERE p."gateway"::text = 'gift_card' GROUP BY p."id"
      HAVING coalesce(sum(l."amount_minor"), 0) <> (
        SELECT coalesce(sum(CASE WHEN m."kind" IN ('capture', 'purchase') THEN m."moved_minor"
          WHEN m."kind" = 'refund' THEN -m."moved_minor" ELSE 0 END), 0)
        FROM "gift_card_movements" m WHERE m."payment_id" = p."id")
      AND NOT EXISTS (SELECT 1 FROM "transactions" t WHERE t."payment_id" = p."id" AND (
        t."status" IN ${open} OR t."mechanism" = 'manual'))`,
  },
];

const stockAndOrders: Check[] = [
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

const standing: Check[] = [
  {
    invariant: 7,
    promise: "An order's payment status follows from its payments",
    query: `SELECT 'order ' || "id" || ' is ' || "payment" || ', not ' || ${derivedStatus} AS "what"
      FROM (${perOrder}) AS o WHERE "payment"::text <> ${derivedStatus}
      AND NOT ("total" = 0 AND "placed_at" IS NULL)`,
  },
  {
    invariant: 7,
    promise: "An order that is paid or held in full is placed",
    query: `SELECT 'order ' || "id" AS "what" FROM (${perOrder}) AS o
      WHERE "total" > 0 AND "kept" + "held" >= "total" AND "placed_at" IS NULL AND "status" = 'incomplete'`,
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

export const checks: readonly Check[] = [
  ...amounts,
  ...effects,
  ...ledger,
  ...giftCards,
  ...stockAndOrders,
  ...standing,
];
