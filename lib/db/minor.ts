/**
 * Amounts are BIGINT in the database and safe-integer numbers in code; they change form here.
 * @throws RangeError beyond 2^53, which no amount of a shop is.
 */
export function toMinor(value: bigint): number {
  const minor = Number(value);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${value} is too large for an amount`);
  return minor;
}
