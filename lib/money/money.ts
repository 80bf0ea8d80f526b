import { fractionDigits, type Currency } from "./currency";

/** Whole minor units of one currency: { minor: 1999, currency: "USD" } is $19.99. */
export type Money = { readonly minor: number; readonly currency: Currency };

/** @throws RangeError when `minor` is not a safe integer. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not whole minor units`);
  return { minor, currency };
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale}:${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const digits = fractionDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}

export function formatMoney({ minor, currency }: Money, locale = "en-US"): string {
  return formatter(locale, currency).format(minor / 10 ** fractionDigits(currency));
}

/**
 * Reads what a person typed ("12.5", "12,50", "1,250.00") as minor units.
 * Null when it is no amount, is negative, or has more decimals than the currency.
 */
export function parseMajor(text: string, currency: Currency): number | null {
  const match = /^(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = "0", decimals = ""] = match;
  const digits = fractionDigits(currency);
  if (decimals.length > digits) return null;
  const minor = Number(whole.replace(/[ ,]/g, "") + decimals.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The plain decimal form: 1250 USD → "12.50", 500 JPY → "500". For inputs and APIs, not for reading. */
export function toMajor({ minor, currency }: Money): string {
  return (minor / 10 ** fractionDigits(currency)).toFixed(fractionDigits(currency));
}
