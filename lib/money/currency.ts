import { z } from "zod";

/**
 * The currencies that a shop can sell in, with the number of decimals that Stripe takes amounts in.
 * Stripe's table differs from ISO 4217 in a few places (ISK and UGX count as two, HUF and TWD as two
 * for charges), so it is written here and not asked from `Intl`.
 * Source: https://docs.stripe.com/currencies
 */
const digits = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  JPY: 0,
  KWD: 3,
  CHF: 2,
  CAD: 2,
  AUD: 2,
  NZD: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  CZK: 2,
  HUF: 2,
  BRL: 2,
  MXN: 2,
  SGD: 2,
  HKD: 2,
  INR: 2,
  CNY: 2,
  TWD: 2,
  ISK: 2,
  UGX: 2,
  KRW: 0,
  VND: 0,
  CLP: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
} as const;

export type Currency = keyof typeof digits;

const names = Object.keys(digits);
const isCurrency = (value: string): value is Currency => names.includes(value);

/** Takes "usd" and "USD"; gives the upper-case code. */
export const currencySchema = z
  .string()
  .transform((value) => value.toUpperCase())
  .refine(isCurrency, "This currency is not known.");

/** The decimals between one major unit and its minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function fractionDigits(currency: Currency): number {
  return digits[currency];
}

/** "Swiss Franc", "Schweizer Franken": the currency's name in a language. */
export function currencyName(currency: Currency, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "currency" }).of(currency) ?? currency;
}

/** What the demo shop prices its goods in. The last four are what BECS, Boleto, OXXO and BLIK are paid in. */
export const shopCurrencies = [
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "KWD",
  "AUD",
  "BRL",
  "MXN",
  "PLN",
] as const satisfies readonly Currency[];

/** What most readers of a language ("de") pay in, where the shop sells in it; else the shop's first. */
export function usualCurrency(language: string): Currency {
  const usual = { de: "EUR", fr: "EUR", es: "EUR", ja: "JPY" } as const;
  const wanted = Object.entries(usual).find(([code]) => code === language)?.[1];
  return shopCurrencies.find((sold) => sold === wanted) ?? shopCurrencies[0];
}
