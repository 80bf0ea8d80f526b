/**
 * What a promotion takes off, and from which line. Pure: minor units of one currency go in and come out.
 */
export type PromotionFacts = {
  id: string;
  code: string;
  name: string;
  kind: "percent" | "amount";
  /** Hundredths of a percent. */
  basisPoints: number | null;
  amountMinor: number | null;
  currency: string | null;
  minimumMinor: number | null;
  minimumCurrency: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  active: boolean;
};

export type AppliedPromotion = {
  id: string;
  code: string;
  name: string;
  discountMinor: number;
  /** What each line gives to it, in the order of the lines. */
  shares: number[];
};

export type Discounts = {
  applied: AppliedPromotion[];
  /** Codes that take nothing off now, and why, in words for the shopper. */
  idle: { id: string; code: string; name: string; reason: string }[];
  /** For each line, from all promotions together. */
  lineDiscounts: number[];
  discountMinor: number;
};

type Basket = { currency: string; lineTotals: number[]; now: Date };

/** Why it takes nothing off this basket; null when it does. */
export function whyIdle(promotion: PromotionFacts, basket: Basket): string | null {
  const { active, startsAt, endsAt, kind, currency, minimumMinor, minimumCurrency } = promotion;
  const { now, lineTotals } = basket;
  if (!active) return "This code is not valid any more.";
  if (startsAt !== null && startsAt > now) return "This code is not valid yet.";
  if (endsAt !== null && endsAt <= now) return "This code has expired.";
  if (kind === "amount" && currency !== basket.currency) {
    return `This code is for orders in ${currency}.`;
  }
  if (minimumMinor === null) return null;
  if (minimumCurrency !== basket.currency) return `This code is for orders in ${minimumCurrency}.`;
  return sum(lineTotals) < minimumMinor ? "Your order is too small for this code." : null;
}

/** One after the other: each takes its part of what the ones before it have left. */
export function discountsFor(promotions: PromotionFacts[], basket: Basket): Discounts {
  const left = [...basket.lineTotals];
  const applied: AppliedPromotion[] = [];
  const idle: Discounts["idle"] = [];
  for (const promotion of promotions) {
    const { id, code, name } = promotion;
    const reason = whyIdle(promotion, basket);
    if (reason !== null) {
      idle.push({ id, code, name, reason });
      continue;
    }
    const discountMinor = amountOff(promotion, sum(left));
    const shares = divide(discountMinor, left);
    shares.forEach((share, i) => (left[i] = (left[i] ?? 0) - share));
    applied.push({ id, code, name, discountMinor, shares });
  }
  const lineDiscounts = basket.lineTotals.map((total, i) => total - (left[i] ?? 0));
  return { applied, idle, lineDiscounts, discountMinor: sum(lineDiscounts) };
}

/** Never more than there is; half a minor unit goes to the shopper. */
function amountOff({ kind, basisPoints, amountMinor }: PromotionFacts, totalMinor: number): number {
  if (kind === "amount") return Math.min(amountMinor ?? 0, totalMinor);
  const tenThousandths = BigInt(totalMinor) * BigInt(basisPoints ?? 0);
  return Number((tenThousandths + 5_000n) / 10_000n);
}

/** In proportion, and without losing a unit: what is left over goes to the lines that lost most by rounding. */
export function divide(amountMinor: number, weights: number[]): number[] {
  const total = BigInt(sum(weights));
  if (total === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, at) => {
    const product = BigInt(amountMinor) * BigInt(weight);
    return { at, share: Number(product / total), rest: product % total };
  });
  const missing = amountMinor - sum(parts.map(({ share }) => share));
  const byRest = parts.toSorted((a, b) =>
    a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1,
  );
  const lucky = new Set(byRest.slice(0, missing).map(({ at }) => at));
  return parts.map(({ at, share }) => share + (lucky.has(at) ? 1 : 0));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
