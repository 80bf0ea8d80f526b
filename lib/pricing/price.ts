import { sum } from "@/lib/money/divide";
import {
  discountsFor,
  type AppliedPromotion,
  type BasketLine,
  type IdlePromotion,
  type PromotionFacts,
} from "@/lib/promotions/discounts";
import type { TaxRules } from "@/lib/tax/rates";
import { taxOf, type TaxLine } from "@/lib/tax/tax";

/**
 * What an order costs, whichever door it comes through: lines → discounts → shipping → tax → total. Pure:
 * minor units of one currency. Nothing else in the shop adds up an order.
 */
export type Order = {
  currency: string;
  now: Date;
  lines: readonly PricingLine[];
  promotions: readonly PromotionFacts[];
  /** What it costs to send, before promotions; 0 where nothing was chosen. */
  shippingMinor: number;
  tax: TaxRules;
};

/** `isGoods`: codes take something off it; false for postage and fees that a program adds. */
export type PricingLine = BasketLine & { isGoods: boolean };

export type Totals = {
  /** The lines before anything is taken off. */
  subtotalMinor: number;
  discountMinor: number;
  /** After promotions. */
  shippingMinor: number;
  taxMinor: number;
  /** True: the tax is in the prices, and the total does not grow by it. */
  taxIncluded: boolean;
  taxLines: TaxLine[];
  totalMinor: number;
};

export type Priced = Totals & {
  /** In the order of the lines; `totalMinor` is before tax that comes on top. */
  lines: { discountMinor: number; taxMinor: number; totalMinor: number }[];
  /** What each code took off, free shipping included. */
  promotions: AppliedPromotion[];
  idlePromotions: IdlePromotion[];
};

/** @throws RangeError when the sums are no amounts any more */
export function priceOrder(order: Order): Priced {
  const { currency, now, lines, promotions, tax } = order;
  const goods = lines.filter(({ isGoods }) => isGoods);
  const discounts = discountsFor(promotions, { currency, now, lines: goods });
  const lineDiscounts = spread(lines, discounts.lineDiscounts);
  const lineTotals = lines.map(({ totalMinor }, at) => totalMinor - (lineDiscounts[at] ?? 0));
  const shippingMinor = discounts.freeShipping ? 0 : order.shippingMinor;
  const taxed = taxOf(tax.rates, { lines: lineTotals, shippingMinor }, tax.included);
  const onTop = tax.included ? 0 : taxed.taxMinor;
  const totalMinor = sum(lineTotals) + shippingMinor + onTop;
  if (!Number.isSafeInteger(totalMinor)) throw new RangeError(`${totalMinor} is not an amount`);
  return {
    subtotalMinor: sum(lines.map((line) => line.totalMinor)),
    discountMinor: discounts.discountMinor,
    shippingMinor,
    taxMinor: taxed.taxMinor,
    taxIncluded: tax.included,
    taxLines: taxed.taxLines,
    totalMinor,
    lines: lineTotals.map((lineTotal, at) => ({
      discountMinor: lineDiscounts[at] ?? 0,
      taxMinor: taxed.lineTaxes[at] ?? 0,
      totalMinor: lineTotal,
    })),
    promotions: discounts.applied.map((promotion) => ({
      ...promotion,
      shares: spread(lines, promotion.shares),
    })),
    idlePromotions: discounts.idle,
  };
}

/** What goods have, as what all lines have: nothing for what is no goods. */
function spread(lines: readonly PricingLine[], ofGoods: readonly number[]): number[] {
  let next = 0;
  return lines.map(({ isGoods }) => (isGoods ? (ofGoods[next++] ?? 0) : 0));
}

/** What goods cost before anything is taken off: what "free from" and tiers of shipping are measured by. */
export function goodsMinor(lines: readonly PricingLine[]): number {
  return sum(lines.filter(({ isGoods }) => isGoods).map(({ totalMinor }) => totalMinor));
}
