type Line = { unitPriceMinor: number; quantity: number };

export type Totals = {
  subtotalMinor: number;
  shippingMinor: number;
  totalMinor: number;
};

/** Prices are what the shopper pays: where a tax is due it is in them. Minor units of one currency. */
export function totalsOf(lines: readonly Line[], shippingMinor: number): Totals {
  const subtotalMinor = goodsMinor(lines);
  const totalMinor = subtotalMinor + shippingMinor;
  if (!Number.isSafeInteger(totalMinor)) throw new RangeError(`${totalMinor} is not an amount`);
  return { subtotalMinor, shippingMinor, totalMinor };
}

export function goodsMinor(lines: readonly Line[]): number {
  return lines.reduce((sum, { unitPriceMinor, quantity }) => sum + unitPriceMinor * quantity, 0);
}
