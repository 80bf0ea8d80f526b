import type { Currency } from "@/lib/money/currency";
import { formatMoney, money, toMajor } from "@/lib/money/money";

/**
 * An amount as a form needs it, written on the server: the browser would load 30 kB to write it itself.
 */
export type AmountLeft = {
  minor: number;
  /** "1250.00", for the field. */
  typed: string;
  /** "$1,250.00", for reading. */
  shown: string;
};

export function amountLeft(minor: number, currency: Currency): AmountLeft {
  const left = money(minor, currency);
  return { minor, typed: toMajor(left), shown: formatMoney(left, "en-US") };
}
