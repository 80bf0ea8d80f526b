import { divide, sum } from "@/lib/money/divide";

/**
 * What a promotion takes off, and from which line. Pure: minor units of one currency go in and come out.
 */
export type PromotionFacts = {
  id: string;
  code: string;
  name: string;
  kind: "percent" | "amount" | "free_shipping";
  /** Hundredths of a percent. */
  basisPoints: number | null;
  amountMinor: number | null;
  currency: string | null;
  minimumMinor: number | null;
  minimumCurrency: string | null;
  /** Both empty: all goods. */
  productIds: readonly string[];
  categoryIds: readonly string[];
  /** False: no other code is used beside it. */
  combines: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  active: boolean;
  /** What is known of its uses, where somebody asked: the order's own transaction counts again. */
  limit?: "used_up" | "used_by_you" | "not_first" | null;
};

export type IdleReason =
  | "inactive"
  | "not_yet"
  | "expired"
  | "other_currency"
  | "below_minimum"
  | "no_goods"
  | "alone"
  | "used_up"
  | "used_by_you"
  | "not_first";

export type AppliedPromotion = {
  id: string;
  code: string;
  name: string;
  discountMinor: number;
  freeShipping: boolean;
  /** What each line gives to it, in the order of the lines. */
  shares: number[];
};

export type IdlePromotion = { id: string; code: string; name: string; why: IdleReason };

export type Discounts = {
  applied: AppliedPromotion[];
  /** Codes that take nothing off now, and why. */
  idle: IdlePromotion[];
  /** For each line, from all promotions together. */
  lineDiscounts: number[];
  discountMinor: number;
  freeShipping: boolean;
};

/** A line of goods; what is not in the catalogue has neither product nor category. */
export type BasketLine = {
  totalMinor: number;
  productId: string | null;
  categoryId: string | null;
};

export type Basket = { currency: string; lines: readonly BasketLine[]; now: Date };

/** Why it takes nothing off this basket by itself; null when it does. */
export function whyIdle(promotion: PromotionFacts, basket: Basket): IdleReason | null {
  const { active, startsAt, endsAt, kind, currency, minimumMinor, minimumCurrency } = promotion;
  const { now, lines } = basket;
  if (!active) return "inactive";
  if (startsAt !== null && startsAt > now) return "not_yet";
  if (endsAt !== null && endsAt <= now) return "expired";
  if (kind === "amount" && currency !== basket.currency) return "other_currency";
  if (minimumMinor !== null) {
    if (minimumCurrency !== basket.currency) return "other_currency";
    if (sum(lines.map(({ totalMinor }) => totalMinor)) < minimumMinor) return "below_minimum";
  }
  if (!lines.some((line) => isAbout(promotion, line))) return "no_goods";
  return promotion.limit ?? null;
}

function isAbout({ productIds, categoryIds }: PromotionFacts, line: BasketLine): boolean {
  if (productIds.length === 0 && categoryIds.length === 0) return true;
  const { productId, categoryId } = line;
  return (
    (productId !== null && productIds.includes(productId)) ||
    (categoryId !== null && categoryIds.includes(categoryId))
  );
}

/**
 * One after the other, as they were entered: each takes its part of what the ones before it have left.
 * A code that does not combine is used alone, or, where another one came first, not at all.
 */
export function discountsFor(promotions: readonly PromotionFacts[], basket: Basket): Discounts {
  const before = basket.lines.map(({ totalMinor }) => totalMinor);
  const left = [...before];
  const applied: AppliedPromotion[] = [];
  const idle: IdlePromotion[] = [];
  let isClosed = false;
  for (const promotion of promotions) {
    const { id, code, name, combines } = promotion;
    const stands = isClosed || (!combines && applied.length > 0) ? "alone" : null;
    const why = whyIdle(promotion, basket) ?? stands;
    if (why !== null) {
      idle.push({ id, code, name, why });
      continue;
    }
    const shares = sharesOf(promotion, basket.lines, left);
    shares.forEach((share, i) => (left[i] = (left[i] ?? 0) - share));
    const freeShipping = promotion.kind === "free_shipping";
    applied.push({ id, code, name, discountMinor: sum(shares), freeShipping, shares });
    isClosed = !combines;
  }
  const lineDiscounts = before.map((total, i) => total - (left[i] ?? 0));
  const discountMinor = sum(lineDiscounts);
  const freeShipping = applied.some((promotion) => promotion.freeShipping);
  return { applied, idle, lineDiscounts, discountMinor, freeShipping };
}

function sharesOf(
  promotion: PromotionFacts,
  lines: readonly BasketLine[],
  left: readonly number[],
): number[] {
  const eligible = lines.map((line, i) => (isAbout(promotion, line) ? (left[i] ?? 0) : 0));
  return divide(amountOff(promotion, sum(eligible)), eligible);
}

/** Never more than there is; half a minor unit goes to the shopper. */
function amountOff({ kind, basisPoints, amountMinor }: PromotionFacts, totalMinor: number): number {
  if (kind === "free_shipping") return 0;
  if (kind === "amount") return Math.min(amountMinor ?? 0, totalMinor);
  const tenThousandths = BigInt(totalMinor) * BigInt(basisPoints ?? 0);
  return Number((tenThousandths + 5_000n) / 10_000n);
}
