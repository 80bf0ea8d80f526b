import type { Currency } from "./currency";

/**
 * The least that Stripe charges a card, in minor units. What is not in its table has no fixed minimum there,
 * and counts as the worth of half a dollar, more or less.
 * Source: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
const least: Partial<Record<Currency, number>> = {
  USD: 50,
  EUR: 50,
  GBP: 30,
  JPY: 50,
  KWD: 200,
  CHF: 50,
  CAD: 50,
  AUD: 50,
  NZD: 50,
  SEK: 300,
  NOK: 300,
  DKK: 250,
  PLN: 200,
  CZK: 1500,
  HUF: 17_500,
  BRL: 50,
  MXN: 1000,
  SGD: 50,
  HKD: 400,
  INR: 50,
};

/** Minor units; 1 where nothing is known. */
export function leastChargeMinor(currency: Currency): number {
  return least[currency] ?? 1;
}
