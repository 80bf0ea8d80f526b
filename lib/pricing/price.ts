import { DomainError } from "@/lib/errors";
import { chargeStep } from "@/lib/money/charge-step";
import { sum } from "@/lib/money/divide";
import {
  discountsFor,
  type AppliedPromotion,
  type BasketLine,
  type IdlePromotion,
  type PromotionFacts,
} from "@/lib/promotions/discounts";
import type { TaxRules } from "@/lib/tax/rates";
import { taxOf, type Taxable, type Taxed, type TaxLine } from "@/lib/tax/tax";

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

/**
 * Where a currency is charged in steps, all amounts are counted in them, so that no percentage leaves a total
 * that nobody can charge. Prices that are no whole steps are priced as they are.
 *
 * @throws RangeError when the sums are no amounts any more
 */
export function priceOrder(order: Order): Priced {
  const step = chargeStep(order.currency);
  const amounts = [order.shippingMinor, ...order.lines.map(({ totalMinor }) => totalMinor)];
  if (step === 1 || amounts.some((minor) => minor % step !== 0)) return priceInUnits(order);
  return inUnits(priceInUnits(inSteps(order, step)), step);
}

function inSteps(order: Order, step: number): Order {
  const down = (minor: number | null) => (minor === null ? null : Math.floor(minor / step));
  const up = (minor: number | null) => (minor === null ? null : Math.ceil(minor / step));
  return {
    ...order,
    shippingMinor: order.shippingMinor / step,
    lines: order.lines.map((line) => ({ ...line, totalMinor: line.totalMinor / step })),
    promotions: order.promotions.map((promotion) => ({
      ...promotion,
      amountMinor: down(promotion.amountMinor),
      minimumMinor: up(promotion.minimumMinor),
    })),
  };
}

function inUnits(priced: Priced, step: number): Priced {
  return {
    ...priced,
    subtotalMinor: priced.subtotalMinor * step,
    discountMinor: priced.discountMinor * step,
    shippingMinor: priced.shippingMinor * step,
    taxMinor: priced.taxMinor * step,
    totalMinor: priced.totalMinor * step,
    taxLines: priced.taxLines.map(({ baseMinor, amountMinor, ...line }) => {
      return { ...line, baseMinor: baseMinor * step, amountMinor: amountMinor * step };
    }),
    lines: priced.lines.map(({ discountMinor, taxMinor, totalMinor }) => ({
      discountMinor: discountMinor * step,
      taxMinor: taxMinor * step,
      totalMinor: totalMinor * step,
    })),
    promotions: priced.promotions.map((promotion) => ({
      ...promotion,
      discountMinor: promotion.discountMinor * step,
      shares: promotion.shares.map((share) => share * step),
    })),
  };
}

function priceInUnits(order: Order): Priced {
  const { currency, now, lines, promotions, tax } = order;
  const goods = lines.filter(({ isGoods }) => isGoods);
  const discounts = discountsFor(promotions, { currency, now, lines: goods });
  const lineDiscounts = spread(lines, discounts.lineDiscounts);
  const lineTotals = lines.map(({ totalMinor }, at) => totalMinor - (lineDiscounts[at] ?? 0));
  const shippingMinor = discounts.freeShipping ? 0 : order.shippingMinor;
  const taxed = taxedBy(tax, { lines: lineTotals, shippingMinor });
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

/** @throws DomainError cart_changed when the tax was worked out for other amounts */
function taxedBy({ rates, included, quote }: TaxRules, taxable: Taxable): Taxed {
  if (quote === undefined) return taxOf(rates, taxable, included);
  const { lineTaxes, lines, shippingMinor, shippingTaxMinor, taxLines } = quote;
  const isSame =
    shippingMinor === taxable.shippingMinor &&
    lines.length === taxable.lines.length &&
    lines.every((minor, at) => minor === taxable.lines[at]);
  if (!isSame) {
    throw new DomainError("cart_changed", "Your bag changed. Please check the new total.");
  }
  return { lineTaxes, shippingTaxMinor, taxMinor: sum(lineTaxes) + shippingTaxMinor, taxLines };
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
