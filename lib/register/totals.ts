import { z } from "zod";
import { toMinor } from "@/lib/db/minor";
import { database } from "@/lib/db/client";
import { TIP_SKU } from "@/lib/payments/store/follow-reader";
import type { RegisterAccount } from "./accounts";

export type TenderTotal = {
  /** card_present, card (typed or on file), cash, or whatever an offline tender is called. */
  tender: string;
  /** Those that brought something; a refund alone is none. */
  payments: number;
  takenMinor: number;
  refundedMinor: number;
  /** What should be in the drawer, or at the gateway. */
  netMinor: number;
};

export type DayTotals = {
  tenders: TenderTotal[];
  sales: number;
  tipsMinor: number;
  /** Of what was sold; what is given back is not taken off it. */
  taxMinor: number;
  netMinor: number;
};

const rowSchema = z.object({
  tender: z.string(),
  payments: z.bigint(),
  taken: z.bigint(),
  refunded: z.bigint(),
});

/**
 * What an account took between two moments, by tender: from the movements themselves, so a refund of
 * yesterday's sale counts today. What a till gives back by itself (`mechanism: "manual"`) comes out of the
 * drawer, whatever it was paid with.
 */
export async function dayTotals({
  account,
  from,
  to,
}: {
  account: RegisterAccount;
  from: Date;
  to: Date;
}): Promise<DayTotals> {
  const db = await database();
  const rows = await db.$queryRaw<unknown[]>`
    SELECT CASE
        WHEN t.kind = 'refund' AND t.mechanism = 'manual' THEN 'cash'
        WHEN p.collected_by = 'offline' THEN coalesce(p.client ->> 'name', 'other')
        WHEN p.collected_by = 'card_present' THEN 'card_present' ELSE 'card' END AS tender,
      count(DISTINCT p.id) FILTER (WHERE t.kind IN ('purchase', 'capture')) AS payments,
      coalesce(sum(t.amount_minor) FILTER (WHERE t.kind IN ('purchase', 'capture')), 0)::bigint AS taken,
      coalesce(sum(t.amount_minor) FILTER (WHERE t.kind = 'refund'), 0)::bigint AS refunded
    FROM register_sales s
      JOIN payments p ON p.order_id = s.order_id
      JOIN transactions t ON t.payment_id = p.id
    WHERE s.account_id = ${account.id}::uuid AND t.status = 'succeeded'
      AND t.kind IN ('purchase', 'capture', 'refund')
      AND t.settled_at >= ${from} AND t.settled_at < ${to}
    GROUP BY 1 ORDER BY 1`;
  const tenders = rows.map(tenderTotal);
  const placed = {
    placedAt: { gte: from, lt: to },
    status: { not: "cancelled" },
    registerSale: { accountId: account.id },
  } as const;
  const tips = await db.orderLine.aggregate({
    where: { sku: TIP_SKU, variantId: null, order: placed },
    _sum: { totalMinor: true },
  });
  const sold = await db.order.aggregate({
    where: placed,
    _count: { _all: true },
    _sum: { taxMinor: true },
  });
  return {
    tenders,
    sales: sold._count._all,
    taxMinor: toMinor(sold._sum.taxMinor ?? 0n),
    tipsMinor: toMinor(tips._sum.totalMinor ?? 0n),
    netMinor: tenders.reduce((sum, { netMinor }) => sum + netMinor, 0),
  };
}

function tenderTotal(row: unknown): TenderTotal {
  const { tender, payments, taken, refunded } = rowSchema.parse(row);
  const takenMinor = toMinor(taken);
  const refundedMinor = toMinor(refunded);
  const netMinor = takenMinor - refundedMinor;
  return { tender, payments: toMinor(payments), takenMinor, refundedMinor, netMinor };
}
