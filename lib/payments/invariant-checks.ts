import { standing, stockAndOrders } from "./invariant-checks-orders";
import { open, perOrder, sums, withCase, type Check } from "./invariant-sql";

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

/**
 * One query for each promise; a row it gives is a violation, told in `what`. The numbers are those of
 * the nine invariants on the architecture page.
 */
export const checks: readonly Check[] = [
  ...amounts,
  ...effects,
  ...ledger,
  ...giftCards,
  ...stockAndOrders,
  ...standing,
];
