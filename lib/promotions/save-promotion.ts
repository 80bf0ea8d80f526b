import { database } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

/** A promotion as a merchant writes it. Amounts are minor units. */
export type PromotionDraft = {
  id: string | null;
  code: string;
  name: string;
  kind: "percent" | "amount" | "free_shipping";
  basisPoints: number | null;
  amountMinor: number | null;
  currency: string | null;
  minimumMinor: number | null;
  minimumCurrency: string | null;
  productIds: string[];
  categoryIds: string[];
  firstOrderOnly: boolean;
  combines: boolean;
  usageLimit: number | null;
  perEmailLimit: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
  active: boolean;
};

/** Orders keep what a code took off when they were made. @throws DomainError wrong_state, not_found */
export async function savePromotion(draft: PromotionDraft): Promise<{ id: string }> {
  const { id, amountMinor, minimumMinor, ...rest } = draft;
  const minor = (amount: number | null) => (amount === null ? null : BigInt(amount));
  const data = { ...rest, amountMinor: minor(amountMinor), minimumMinor: minor(minimumMinor) };
  const db = await database();
  try {
    if (id === null) return await db.promotion.create({ data, select: { id: true } });
    const { count } = await db.promotion.updateMany({ where: { id }, data });
    if (count === 0) throw new DomainError("not_found", "There is no such promotion.");
    return { id };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const field = { field: "code" };
    throw new DomainError("wrong_state", "There is a promotion with this code already.", field);
  }
}
