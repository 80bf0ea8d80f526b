import { currencySchema, fractionDigits } from "./currency";

/**
 * What every charge is a multiple of, in minor units: Stripe takes dinars and rials, which have three digits
 * after the point, only with a zero as the last one.
 * Source: https://docs.stripe.com/currencies#three-decimal
 */
export function chargeStep(currency: string): number {
  const known = currencySchema.safeParse(currency);
  return known.success && fractionDigits(known.data) === 3 ? 10 : 1;
}
