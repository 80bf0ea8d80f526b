/**
 * Divides an amount in proportion, and without losing a unit: what is left over goes to the parts that lost
 * most by rounding. Minor units of one currency; all weights zero: nobody gets anything.
 */
export function divide(amountMinor: number, weights: readonly number[]): number[] {
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

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
