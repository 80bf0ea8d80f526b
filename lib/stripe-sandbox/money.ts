import { invalidRequest } from "./errors";

/** Currencies without minor units; ISK and UGX look so too but Stripe takes them in hundredths. */
const zeroDecimal = new Set(
  "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "),
);
const threeDecimal = new Set("bhd jod kwd omr tnd".split(" "));

const known = new Set(
  (
    "usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf " +
    "chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg " +
    "huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk " +
    "mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub " +
    "rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv " +
    "wst xaf xcd xcg xof xpf yer zar zmw"
  ).split(" "),
);

/** The smallest charge in each currency, in minor units, as Stripe publishes them. */
const minima: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
};

const MAX_DIGITS: Record<string, number> = {
  idr: 999_999_999_999,
  inr: 999_999_999,
  lbp: 99_999_999_999,
  cop: 9_999_999_999,
  huf: 9_999_999_999,
  jpy: 9_999_999_999,
  krw: 9_999_999_999,
};

export function fractionDigits(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

const symbols: Record<string, string> = {
  usd: "$",
  eur: "€",
  gbp: "£",
  jpy: "¥",
  aud: "$",
  cad: "$",
  nzd: "$",
  sgd: "$",
  hkd: "$",
  mxn: "$",
  inr: "₹",
};

export function formatAmount(amount: number, currency: string): string {
  const digits = fractionDigits(currency);
  const number = (amount / 10 ** digits).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${symbols[currency] ?? ""}${number}`;
}

export function checkCurrency(currency: string, param = "currency"): void {
  if (known.has(currency)) return;
  const all = [...known].join(", ");
  throw invalidRequest(
    `Invalid currency: ${currency}. Stripe currently supports these currencies: ${all}`,
    { param },
  );
}

/** Refuses amounts that no card network would take. */
export function checkAmount(amount: number, currency: string, param = "amount"): void {
  const minimum = minima[currency] ?? (fractionDigits(currency) === 3 ? 500 : 50);
  if (amount < minimum) {
    throw invalidRequest(`Amount must be at least ${formatAmount(minimum, currency)} ${currency}`, {
      code: "amount_too_small",
      param,
    });
  }
  const maximum = MAX_DIGITS[currency] ?? 99_999_999;
  if (amount > maximum) {
    throw invalidRequest(
      `Amount must be no more than ${formatAmount(maximum, currency)} ${currency}`,
      { code: "amount_too_large", param },
    );
  }
  if (fractionDigits(currency) === 3 && amount % 10 !== 0) {
    throw invalidRequest(
      `Invalid integer: ${amount}. Amounts in ${currency} must be rounded to the nearest ten.`,
      { code: "parameter_invalid_integer", param },
    );
  }
}
