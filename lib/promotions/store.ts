import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import type { PromotionFacts } from "./discounts";
import { countUses, limitReached } from "./uses";

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

/**
 * The codes that were entered for a cart, with what is known of their uses: of all, and by this e-mail, where
 * one was typed. The order's own transaction counts again, with the promotion's row locked.
 */
export async function findCartPromotions(
  tx: Tx,
  cartId: string,
  email: string,
): Promise<PromotionFacts[]> {
  const rows = await tx.cartPromotion.findMany({
    where: { cartId },
    orderBy: [{ createdAt: "asc" }, { promotionId: "asc" }],
    select: { promotion: true },
  });
  const facts: PromotionFacts[] = [];
  for (const { promotion } of rows) {
    const uses = await countUses(tx, promotion, { email: email.trim().toLowerCase(), cartId });
    facts.push({ ...promotionFacts(promotion), limit: limitReached(promotion, uses) });
  }
  return facts;
}
