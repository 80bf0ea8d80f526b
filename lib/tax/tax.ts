import { divide, sum } from "@/lib/money/divide";

/**
 * What tax is due on an order, and on which of its lines. Pure: minor units of one currency go in and come
 * out. Each rate is rounded once for the goods and once for shipping, and divided over the lines without
 * losing a unit, so what the lines say always adds up to what the order says.
 */
export type TaxRateFacts = {
  name: string;
  /** Hundredths of a percent. */
  basisPoints: number;
  onShipping: boolean;
};

export type Taxed = {
  /** What each line bears, in the order of the lines. */
  lineTaxes: number[];
  shippingTaxMinor: number;
  taxMinor: number;
  taxLines: TaxLine[];
};

export type TaxLine = {
  name: string;
  basisPoints: number;
  /** What it was counted of, without tax. */
  baseMinor: number;
  amountMinor: number;
};

export type Taxable = { lines: readonly number[]; shippingMinor: number };

/**
 * `included`: the amounts have the tax in them, and it is only told; otherwise it comes on top. Several
 * rates are counted of the same net amount, none of another's tax.
 */
export function taxOf(
  rates: readonly TaxRateFacts[],
  { lines, shippingMinor }: Taxable,
  included: boolean,
): Taxed {
  const goodsMinor = sum(lines);
  const goods = taxesOf(rates, goodsMinor, included);
  const onShipping = rates.map((rate) => ({ ...rate, basisPoints: shippingPoints(rate) }));
  const shipping = taxesOf(onShipping, shippingMinor, included);
  const net = (minor: number, taxes: number[]) => (included ? minor - sum(taxes) : minor);
  const taxLines = rates.map(({ name, basisPoints, onShipping: withShipping }, at) => ({
    name,
    basisPoints,
    baseMinor: net(goodsMinor, goods) + (withShipping ? net(shippingMinor, shipping) : 0),
    amountMinor: (goods[at] ?? 0) + (shipping[at] ?? 0),
  }));
  const shippingTaxMinor = sum(shipping);
  return {
    lineTaxes: divide(sum(goods), lines),
    shippingTaxMinor,
    taxMinor: sum(goods) + shippingTaxMinor,
    taxLines,
  };
}

const shippingPoints = ({ onShipping, basisPoints }: TaxRateFacts) =>
  onShipping ? basisPoints : 0;

const whole = 10_000n;

/** For each rate, in the order of the rates. Half a minor unit is rounded up. */
function taxesOf(
  rates: readonly { basisPoints: number }[],
  amountMinor: number,
  included: boolean,
): number[] {
  const points = rates.map(({ basisPoints }) => basisPoints);
  const all = BigInt(sum(points));
  if (included) return divide(rounded(BigInt(amountMinor) * all, whole + all), points);
  return points.map((each) => rounded(BigInt(amountMinor) * BigInt(each), whole));
}

function rounded(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** "19 %", "7.25%": as people write it where they read it. */
export function percentage(basisPoints: number, locale: string): string {
  const style = { style: "percent", maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(locale, style).format(basisPoints / 10_000);
}
