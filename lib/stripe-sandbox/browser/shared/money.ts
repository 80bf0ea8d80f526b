const withoutMinorUnit = new Set(
  "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "),
);
const inThousandths = new Set("BHD JOD KWD OMR TND".split(" "));

/** Digits after the point in Stripe's amounts of a currency (its code in any case). */
export function fractionDigits(currency: string): number {
  const code = currency.toUpperCase();
  if (withoutMinorUnit.has(code)) return 0;
  return inThousandths.has(code) ? 3 : 2;
}

export function formatAmount(minor: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  const format = new Intl.NumberFormat(locale === "auto" ? undefined : locale, {
    style: "currency",
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(minor / 10 ** digits);
}
