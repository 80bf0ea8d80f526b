import { brandOf, type CardBrand } from "./card-brand";

/** Codes of Stripe.js; `strings.ts` has the sentences. */
export type FieldProblem =
  | "incomplete_number"
  | "invalid_number"
  | "incomplete_expiry"
  | "invalid_expiry_month_past"
  | "invalid_expiry_year_past"
  | "invalid_expiry_year"
  | "incomplete_cvc"
  | "incomplete_zip"
  | "incomplete_field"
  | "invalid_email"
  | "invalid_iban"
  | "incomplete_iban"
  | "invalid_bank_account"
  | "invalid_code";

/**
 * `problem` is what is wrong with the value as it stands. A problem that more typing could cure
 * (`incomplete_…`) is shown only after the shopper has left the field.
 */
export type FieldCheck = { complete: boolean; problem: FieldProblem | null };

const fine: FieldCheck = { complete: true, problem: null };

export const digitsOf = (text: string): string => text.replace(/\D/g, "");

export function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export function longestNumber(brand: CardBrand): number {
  return Math.max(...brand.lengths);
}

/** The typed number in the groups in which the card prints it, without digits that are too many. */
export function formatNumber(text: string): string {
  const all = digitsOf(text);
  const brand = brandOf(all);
  const digits = all.slice(0, longestNumber(brand));
  const parts: string[] = [];
  let start = 0;
  for (const size of brand.groups) {
    if (start >= digits.length) break;
    parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(" ");
}

export function checkNumber(text: string): FieldCheck {
  const digits = digitsOf(text);
  const brand = brandOf(digits);
  const isFull = digits.length === longestNumber(brand);
  if (brand.lengths.includes(digits.length) && passesLuhn(digits)) return fine;
  return problem(isFull ? "invalid_number" : "incomplete_number");
}

/** Turns typed or pasted text into `MM / YY`: a lone 4 can only be April, and 2031 means 31. */
export function formatExpiry(text: string): string {
  const raw = text.trim().match(/^(\d)\s*\/\s*(\d*)$/)
    ? `0${digitsOf(text)}`
    : digitsOf(text).replace(/^([2-9])/, "0$1");
  const month = raw.slice(0, 2);
  const year = raw.length === 6 ? raw.slice(4) : raw.slice(2, 4);
  if (raw.length < 2) return raw;
  return year === "" ? `${month} / ` : `${month} / ${year}`;
}

/** `now` decides what is past: a card is good to the end of its month. */
export function checkExpiry(text: string, now: Date): FieldCheck {
  const digits = digitsOf(text);
  const month = Number(digits.slice(0, 2));
  if (digits.length >= 2 && (month < 1 || month > 12)) return problem("invalid_expiry_year");
  if (digits.length < 4) return problem("incomplete_expiry");
  const year = 2000 + Number(digits.slice(2, 4));
  if (year < now.getFullYear()) return problem("invalid_expiry_year_past");
  if (year > now.getFullYear() + 50) return problem("invalid_expiry_year");
  if (year === now.getFullYear() && month < now.getMonth() + 1) {
    return problem("invalid_expiry_month_past");
  }
  return fine;
}

export function readExpiry(text: string): { month: number; year: number } {
  const digits = digitsOf(text);
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2, 4)) };
}

export function checkCvc(text: string, brand: CardBrand): FieldCheck {
  return digitsOf(text).length === brand.cvcLength ? fine : problem("incomplete_cvc");
}

const postalCodeShapes: Readonly<Record<string, RegExp>> = {
  US: /^\d{5}(-?\d{4})?$/,
  CA: /^[A-Z]\d[A-Z]\s?\d[A-Z]\d$/i,
  GB: /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i,
};

/** Card forms ask for a postal code only where issuers check it. */
export function asksForPostalCode(country: string): boolean {
  return country in postalCodeShapes;
}

export function checkPostalCode(text: string, country: string): FieldCheck {
  const shape = postalCodeShapes[country] ?? /\S/;
  return shape.test(text.trim()) ? fine : problem("incomplete_zip");
}

export function checkEmail(text: string): FieldCheck {
  if (text.trim() === "") return problem("incomplete_field");
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim()) ? fine : problem("invalid_email");
}

export function checkFilled(text: string): FieldCheck {
  return text.trim() === "" ? problem("incomplete_field") : fine;
}

/** ISO 13616: letters count as 10…35, the first four characters move to the end, modulo 97 is 1. */
export function checkIban(text: string): FieldCheck {
  const iban = text.replace(/\s/g, "").toUpperCase();
  if (iban.length < 15) return problem("incomplete_iban");
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return problem("invalid_iban");
  const moved = iban.slice(4) + iban.slice(0, 4);
  const rest = [...moved].reduce((carry, character) => {
    const value = Number.parseInt(character, 36);
    return Number(`${carry}${value}`) % 97;
  }, 0);
  return rest === 1 ? fine : problem("invalid_iban");
}

export function formatIban(text: string): string {
  const compact = text
    .replace(/[^a-z\d]/gi, "")
    .toUpperCase()
    .slice(0, 34);
  return compact.replace(/(.{4})(?=.)/g, "$1 ");
}

export function checkDigits(length: number, code: FieldProblem) {
  return (text: string): FieldCheck => (digitsOf(text).length === length ? fine : problem(code));
}

/** Bank account numbers differ in length; none has fewer than five digits. */
export function checkAccountNumber(text: string): FieldCheck {
  return digitsOf(text).length >= 5 ? fine : problem("invalid_bank_account");
}

/** A problem that the shopper may be about to cure by typing on is not shown while they type. */
export function isCurableByTyping(code: FieldProblem): boolean {
  return code.startsWith("incomplete_") || code === "invalid_email" || code === "invalid_iban";
}

function problem(code: FieldProblem): FieldCheck {
  return { complete: false, problem: code };
}
