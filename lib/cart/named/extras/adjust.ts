import { divide, sum } from "@/lib/money/divide";
import type { CartExtras, CustomDiscount, TaxItem } from "./schema";

/** A line as it is priced without extras: minor units of one currency. */
export type AdjustableLine = {
  id: string;
  /** After the shop's own promotions. */
  totalMinor: number;
  /** True: taxes are in the price and only told; false: they come on top. */
  includesTax: boolean;
};

export type AdjustedLine = {
  id: string;
  customDiscountMinor: number;
  taxMinor: number;
  /** The part of the tax that the price does not have in it. */
  addedTaxMinor: number;
};

export type Adjusted = {
  lines: AdjustedLine[];
  /** `onTop`: the price does not have it in it. */
  taxes: (TaxItem & { takenMinor: number; onTop: boolean })[];
  /** `shares`: what each line gives to it, by the line's id. */
  discounts: (CustomDiscount & { takenMinor: number; shares: Map<string, number> })[];
  customDiscountMinor: number;
  taxMinor: number;
  addedTaxMinor: number;
  shippingMinor: number;
};

/**
 * What a program's own discounts, taxes and parcels make of priced lines. Discounts come first, in the order
 * in which they were added, and take no more than there is; those of the whole cart are divided over its lines
 * without losing a unit. Taxes are counted of what is left, and rounded for each line. Pure.
 */
export function adjust(lines: readonly AdjustableLine[], extras: CartExtras): Adjusted {
  const left = new Map(lines.map(({ id, totalMinor }) => [id, totalMinor]));
  const discounts = extras.discounts.map((discount) => takeOff(discount, left));
  const taxes = lines.flatMap((line) => {
    const own = extras.taxes.filter(({ itemId }) => itemId === line.id);
    return taxLine(own, left.get(line.id) ?? 0, line.includesTax);
  });
  const adjusted = lines.map(({ id, totalMinor, includesTax }) => {
    const own = taxes.filter(({ itemId }) => itemId === id);
    const taxMinor = sum(own.map(({ takenMinor }) => takenMinor));
    const customDiscountMinor = totalMinor - (left.get(id) ?? 0);
    return { id, customDiscountMinor, taxMinor, addedTaxMinor: includesTax ? 0 : taxMinor };
  });
  return {
    lines: adjusted,
    taxes,
    discounts,
    customDiscountMinor: sum(adjusted.map((line) => line.customDiscountMinor)),
    taxMinor: sum(adjusted.map((line) => line.taxMinor)),
    addedTaxMinor: sum(adjusted.map((line) => line.addedTaxMinor)),
    shippingMinor: sum(extras.groups.map(({ price }) => price.totalMinor)),
  };
}

function takeOff(discount: CustomDiscount, left: Map<string, number>) {
  const { itemId, amountMinor } = discount;
  const ids = itemId === null ? [...left.keys()] : left.has(itemId) ? [itemId] : [];
  const weights = ids.map((id) => left.get(id) ?? 0);
  const takenMinor = Math.min(amountMinor, sum(weights));
  const parts = divide(takenMinor, weights);
  const shares = new Map(ids.map((id, at) => [id, parts[at] ?? 0]));
  for (const [id, share] of shares) left.set(id, (left.get(id) ?? 0) - share);
  return { ...discount, takenMinor, shares };
}

const millionth = 1_000_000n;
const millionths = (rate: number) => BigInt(Math.round(rate * 1_000_000));

/** Taxes in a price share what is in it; taxes on top are counted each by itself. */
function taxLine(taxes: readonly TaxItem[], baseMinor: number, included: boolean) {
  const rates = taxes.map(({ rate }) => millionths(rate ?? 0));
  const whole = included ? millionth + rates.reduce((all, rate) => all + rate, 0n) : millionth;
  let room = included ? baseMinor : Number.MAX_SAFE_INTEGER;
  return taxes.map((tax, at) => {
    const counted = rounded(BigInt(baseMinor) * (rates[at] ?? 0n), whole);
    const takenMinor = Math.min(tax.amountMinor ?? counted, room);
    room -= takenMinor;
    return { ...tax, takenMinor, onTop: !included };
  });
}

/** Half a minor unit is rounded up. */
function rounded(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}
