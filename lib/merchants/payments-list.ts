import "server-only";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { TransactionStatus } from "@/lib/db/generated/enums";
import { currencySchema } from "@/lib/money/currency";

const pageSize = 25;
const countLimit = 10_000;
const openStatuses: TransactionStatus[] = ["pending", "requires_action", "unknown"];

export type PaymentListItem = Awaited<ReturnType<typeof findPayments>>["payments"][number];

/** Every attempt to pay, the newest first; `open`: only those with a movement that is not settled. */
export async function findPayments(query: { page: number; open: boolean }) {
  const db = await database();
  const where = query.open ? { transactions: { some: { status: { in: openStatuses } } } } : {};
  const page = Math.min(query.page, countLimit / pageSize);
  const [rows, total] = await Promise.all([
    db.payment.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        gateway: true,
        collectedBy: true,
        currency: true,
        amountMinor: true,
        authorizedMinor: true,
        capturedMinor: true,
        refundedMinor: true,
        voidedMinor: true,
        gatewayRef: true,
        closedAt: true,
        createdAt: true,
        order: { select: { id: true, number: true, name: true } },
        transactions: {
          orderBy: { createdAt: "desc" },
          take: 1,
          select: { kind: true, status: true },
        },
      },
    }),
    db.payment.count({ where, take: countLimit }),
  ]);
  const payments = rows.map(({ transactions, order, ...row }) => ({
    ...row,
    currency: currencySchema.parse(row.currency),
    amountMinor: toMinor(row.amountMinor),
    authorizedMinor: toMinor(row.authorizedMinor),
    capturedMinor: toMinor(row.capturedMinor),
    refundedMinor: toMinor(row.refundedMinor),
    voidedMinor: toMinor(row.voidedMinor),
    order: { ...order, number: order.number === null ? null : toMinor(order.number) },
    latest: transactions[0] ?? null,
  }));
  return { payments, page, pages: Math.max(1, Math.ceil(total / pageSize)), total };
}
