import "server-only";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { sum } from "@/lib/money/divide";

export type PromotionItem = Awaited<ReturnType<typeof findPromotions>>[number];

/** All of them, the newest first, with how often each was used and what it took off. */
export async function findPromotions() {
  const db = await database();
  const rows = await db.promotion.findMany({
    orderBy: [{ active: "desc" }, { createdAt: "desc" }],
    take: 200,
    include: {
      _count: { select: { redemptions: { where: { order: { placedAt: { not: null } } } } } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...plain(row), uses: _count.redemptions }));
}

export async function findPromotionForEdit(id: string) {
  const row = await (await database()).promotion.findUnique({ where: { id } });
  return row && plain(row);
}

type Amounts = { amountMinor: bigint | null; minimumMinor: bigint | null };

const plain = <Row extends Amounts>(row: Row) => ({
  ...row,
  amountMinor: row.amountMinor === null ? null : toMinor(row.amountMinor),
  minimumMinor: row.minimumMinor === null ? null : toMinor(row.minimumMinor),
});

/** What a promotion can be about, by name. */
export async function findTargets() {
  const db = await database();
  const [products, categories] = await Promise.all([
    db.product.findMany({ select: { id: true, slug: true }, orderBy: { slug: "asc" } }),
    db.category.findMany({ select: { id: true, slug: true }, orderBy: { position: "asc" } }),
  ]);
  return { products, categories };
}

/** What codes took off in orders that were placed, for one promotion. */
export async function findRedemptions(promotionId: string) {
  const rows = await (
    await database()
  ).promotionRedemption.findMany({
    where: { promotionId, order: { placedAt: { not: null } } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      discountMinor: true,
      email: true,
      createdAt: true,
      order: { select: { id: true, number: true, currency: true } },
    },
  });
  const items = rows.map((row) => ({ ...row, discountMinor: toMinor(row.discountMinor) }));
  return { items, totalMinor: sum(items.map(({ discountMinor }) => discountMinor)) };
}
