import type { FieldProblem } from "./card-fields";
import { translations } from "./strings-translated";

export type Strings = {
  problems: Record<FieldProblem, string>;
  cardNumber: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  country: string;
  zip: string;
  postalCode: string;
  card: string;
  newCard: string;
  saved: string;
  savedCard: string;
  remove: string;
  save: string;
  paymentMethod: string;
  email: string;
  fullName: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  state: string;
  phone: string;
  accountNumber: string;
  sandbox: string;
  cardTerms: string;
  redirectNote: string;
  debitTerms: string;
  voucherNote: string;
  fillIn: string;
  noMoney: string;
};

export const english: Strings = {
  problems: {
    incomplete_number: "Your card number is incomplete.",
    invalid_number: "Your card number is invalid.",
    incomplete_expiry: "Your card’s expiration date is incomplete.",
    invalid_expiry_month_past: "Your card’s expiration date is in the past.",
    invalid_expiry_year_past: "Your card’s expiration year is in the past.",
    invalid_expiry_year: "Your card’s expiration date is invalid.",
    incomplete_cvc: "Your card’s security code is incomplete.",
    incomplete_zip: "Your postal code is incomplete.",
    incomplete_field: "This field is incomplete.",
    invalid_email: "Your email is invalid.",
    incomplete_iban: "Your IBAN is incomplete.",
    invalid_iban: "Your IBAN is invalid.",
    invalid_bank_account: "Your account number is incomplete.",
    invalid_code: "Your code is incomplete.",
  },
  cardNumber: "Card number",
  expiry: "Expiration date",
  expiryHint: "MM / YY",
  cvc: "Security code",
  country: "Country",
  zip: "ZIP code",
  postalCode: "Postal code",
  card: "Card",
  newCard: "New card",
  saved: "Saved cards",
  savedCard: "{brand} ending in {last4}",
  remove: "Remove",
  save: "Save payment details for future purchases",
  paymentMethod: "Payment method",
  email: "Email",
  fullName: "Full name",
  addressLine1: "Address line 1",
  addressLine2: "Address line 2 (optional)",
  city: "City",
  state: "State or region",
  phone: "Phone number",
  accountNumber: "Account number",
  sandbox: "Sandbox",
  cardTerms:
    "By providing your card information, you allow {merchant} to charge your card for future payments in accordance with their terms.",
  redirectNote: "After you submit, you will be redirected to {method} to complete the next steps.",
  debitTerms:
    "By providing your bank details and confirming this payment, you authorize {merchant} to debit your account for this amount.",
  voucherNote: "After you submit, you will get a voucher with instructions for paying.",
  fillIn: "Please fill in your payment details.",
  noMoney: "No real money moves. Try 4242 4242 4242 4242.",
};

/** The words for a locale such as `de` or `fr-CA`; English where there is no translation. */
export function stringsFor(locale: string): Strings {
  const wanted = locale === "auto" ? navigator.language : locale;
  const translated = translations[wanted.slice(0, 2).toLowerCase()];
  if (translated === undefined) return english;
  return {
    ...english,
    ...translated,
    problems: { ...english.problems, ...translated.problems },
  };
}

/** `fill("{brand} ending in {last4}", {brand: "Visa", last4: "4242"})`. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
