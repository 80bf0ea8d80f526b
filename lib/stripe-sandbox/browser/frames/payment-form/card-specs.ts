import type { brandOf } from "../../shared/card-brand";
import * as check from "../../shared/card-fields";
import type { Strings } from "../../shared/strings";

/** What each field of a card is called, how it is typed, and when it is right. */
export function numberSpec(strings: Strings) {
  return {
    name: "number",
    label: strings.cardNumber,
    placeholder: "1234 1234 1234 1234",
    autocomplete: "cc-number",
    inputMode: "numeric",
    format: check.formatNumber,
    check: check.checkNumber,
  } as const;
}

export function expirySpec(strings: Strings) {
  return {
    name: "expiry",
    label: strings.expiry,
    placeholder: strings.expiryHint,
    autocomplete: "cc-exp",
    inputMode: "numeric",
    format: check.formatExpiry,
    check: (text: string) => check.checkExpiry(text, new Date()),
  } as const;
}

export function cvcSpec(strings: Strings, brand: () => ReturnType<typeof brandOf>) {
  return {
    name: "cvc",
    label: strings.cvc,
    placeholder: "CVC",
    autocomplete: "cc-csc",
    inputMode: "numeric",
    format: (text: string) => check.digitsOf(text).slice(0, brand().cvcLength),
    check: (text: string) => check.checkCvc(text, brand()),
  } as const;
}

export function postalSpec(strings: Strings, country: () => string) {
  return {
    name: "postalCode",
    label: strings.zip,
    autocomplete: "billing postal-code",
    inputMode: "text",
    check: (text: string) => check.checkPostalCode(text, country()),
  } as const;
}
