import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { AppliedPromotion, PromotionFacts } from "./discounts";

type Row = Prisma.PromotionGetPayload<object>;

export function promotionFacts(row: Row): PromotionFacts {
  return {
    ...row,
    amountMinor: row.amountMinor === null ? null : toMinor(row.amountMinor),
    minimumMinor: row.minimumMinor === null ? null : toMinor(row.minimumMinor),
  };
}

/** However it was typed. Null: there is no such code. */
export async function findPromotion(tx: Tx, code: string): Promise<PromotionFacts | null> {
  const row = await tx.promotion.findUnique({ where: { code: code.trim().toUpperCase() } });
  return row === null ? null : promotionFacts(row);
}

type Redeem = { orderId: string; email: string; promotions: AppliedPromotion[] };

/**
 * Counts the use of promotions by an order, within the transaction that writes the order. The promotion's
 * row is locked while its uses are counted, so of two orders for the last use one is refused. A use counts
 * for as long as its order is not cancelled, so nothing has to be given back.
 *
 * @throws DomainError wrong_state when a limit is reached
 */
export async function redeemPromotions(tx: Tx, { orderId, email, promotions }: Redeem) {
  // In the order of their ids, so that two orders never wait for each other in a circle.
  for (const promotion of promotions.toSorted((a, b) => a.id.localeCompare(b.id))) {
    await requireUse(tx, promotion, email);
    const discountMinor = BigInt(promotion.discountMinor);
    await tx.promotionRedemption.create({
      data: { promotionId: promotion.id, orderId, email, discountMinor },
    });
  }
}

async function requireUse(tx: Tx, { id, code }: AppliedPromotion, email: string): Promise<void> {
  const [limits] = await tx.$queryRaw<{ all: number | null; each: number | null }[]>`
    SELECT usage_limit AS "all", per_email_limit AS "each" FROM promotions
    WHERE id = ${id}::uuid FOR UPDATE`;
  const counted = { promotionId: id, order: { status: { not: "cancelled" } } } as const;
  const { all = null, each = null } = limits ?? {};
  if (all !== null && (await tx.promotionRedemption.count({ where: counted })) >= all) {
    throw new DomainError("wrong_state", "This code has been used up.", { code });
  }
  if (each === null) return;
  const own = await tx.promotionRedemption.count({ where: { ...counted, email } });
  if (own >= each) {
    throw new DomainError("wrong_state", "This code was used with this e-mail already.", { code });
  }
}
