import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { giftCardHash, normalGiftCardCode } from "./code";

export type GiftCardFacts = {
  id: string;
  last4: string;
  currency: string;
  balanceMinor: number;
  expiresAt: Date | null;
  disabledAt: Date | null;
};

export const giftCardSelect = {
  id: true,
  last4: true,
  currency: true,
  balanceMinor: true,
  expiresAt: true,
  disabledAt: true,
} as const satisfies Prisma.GiftCardSelect;

type Row = Prisma.GiftCardGetPayload<{ select: typeof giftCardSelect }>;

export const giftCardFacts = (row: Row): GiftCardFacts => ({
  ...row,
  balanceMinor: toMinor(row.balanceMinor),
});

/** However it was typed. Null: no gift card has this code. */
export async function findGiftCard(tx: Tx, typed: string): Promise<GiftCardFacts | null> {
  const code = normalGiftCardCode(typed);
  if (code === null) return null;
  const row = await tx.giftCard.findUnique({
    where: { codeHash: giftCardHash(code) },
    select: giftCardSelect,
  });
  return row && giftCardFacts(row);
}

export type GiftCardProblem = "disabled" | "expired" | "other_currency" | "empty";

/** Why it cannot pay now; null when it can. Pure. */
export function giftCardProblem(
  card: Pick<GiftCardFacts, "currency" | "balanceMinor" | "expiresAt" | "disabledAt">,
  { currency, now }: { currency: string; now: Date },
): GiftCardProblem | null {
  if (card.disabledAt !== null) return "disabled";
  if (card.expiresAt !== null && card.expiresAt <= now) return "expired";
  if (card.currency !== currency) return "other_currency";
  return card.balanceMinor === 0 ? "empty" : null;
}

/**
 * What each of several cards gives to an amount, one after the other. What is left is nothing, or at least
 * `leastRestMinor`: no card takes less, so then a gift card gives less than it could. Pure.
 */
export function shareOfGiftCards(
  balances: readonly number[],
  amountMinor: number,
  leastRestMinor = 1,
): number[] {
  let left = amountMinor;
  const shares = balances.map((balance) => {
    const share = Math.min(balance, left);
    left -= share;
    return share;
  });
  let missing = left === 0 ? 0 : Math.max(0, leastRestMinor - left);
  return shares
    .toReversed()
    .map((share) => {
      const less = Math.min(share, missing);
      missing -= less;
      return share - less;
    })
    .toReversed();
}
