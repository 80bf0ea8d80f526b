/** No line of a cart holds more, whatever the stock. A trigger on `stock_items` knows this number too. */
export const maxPerLine = 99;

type Counted = {
  managesStock: boolean;
  stock: { onHand: number; reserved: number } | null;
};

/**
 * How many can still be bought; null where nobody counts. What the shopper's own open order holds is
 * theirs already, so it is added back for them.
 */
export function availableQuantity({ managesStock, stock }: Counted, ownHeld = 0): number | null {
  if (!managesStock) return null;
  return stock === null ? 0 : Math.max(0, stock.onHand - stock.reserved + ownHeld);
}
