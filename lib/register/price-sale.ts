import { chargeStep } from "@/lib/money/charge-step";
import { priceOrder, type Priced } from "@/lib/pricing/price";
import type { PromotionFacts } from "@/lib/promotions/discounts";
import type { TaxRules } from "@/lib/tax/rates";

/** What a merchant takes off a whole basket, by word of mouth. `minor`: of the till's currency. */
export type TillDiscount =
  { is: "none" } | { is: "percent"; percent: number } | { is: "amount"; minor: number };

type SaleFacts = {
  currency: string;
  /** What each line costs before anything is taken off. */
  lines: readonly number[];
  discount: TillDiscount;
  tax: TaxRules;
};

/**
 * What a sale costs, by the rules of every other order: the discount is a promotion without a code, the tax
 * is that of the till's place. Pure, and applied on both sides: what the till shows is what is charged.
 */
export function priceSale({ currency, lines, discount, tax }: SaleFacts): Priced {
  return priceOrder({
    currency,
    tax,
    now: new Date(0),
    lines: lines.map((totalMinor) => {
      return { totalMinor, productId: null, categoryId: null, isGoods: true };
    }),
    promotions: discount.is === "none" ? [] : [promotionOf(discount, currency)],
    shippingMinor: 0,
  });
}

function promotionOf(
  discount: Exclude<TillDiscount, { is: "none" }>,
  currency: string,
): PromotionFacts {
  const isPercent = discount.is === "percent";
  return {
    id: "till",
    code: "",
    name: "Discount",
    kind: discount.is,
    basisPoints: isPercent ? discount.percent * 100 : null,
    amountMinor: isPercent ? null : discount.minor,
    currency: isPercent ? null : currency,
    minimumMinor: null,
    minimumCurrency: null,
    productIds: [],
    categoryIds: [],
    combines: true,
    startsAt: null,
    endsAt: null,
    active: true,
  };
}

/** In whole steps of what the currency is charged in; half a step is rounded up. */
export function tipOf(ofMinor: number, percent: number, currency: string): number {
  const step = chargeStep(currency);
  return Math.round((ofMinor * percent) / 100 / step) * step;
}
