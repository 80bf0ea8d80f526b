import * as check from "../../shared/card-fields";
import type { MethodField } from "../../shared/methods";
import type { Strings } from "../../shared/strings";
import type { FieldSpec } from "../kit/field";

const { digitsOf, checkDigits, checkFilled } = check;

/** What each field of the methods that are no cards is called, how it is typed, and when it is right. */
export function fieldSpecs(strings: Strings): Record<MethodField, FieldSpec> {
  return { ...personSpecs(strings), ...bankSpecs(strings) };
}

const text = (name: string, label: string, autocomplete: string) => ({
  name,
  label,
  autocomplete,
  check: checkFilled,
});

function personSpecs(strings: Strings) {
  return {
    name: text("name", strings.fullName, "name"),
    email: {
      name: "email",
      label: strings.email,
      autocomplete: "email",
      inputMode: "email",
      placeholder: "you@example.com",
      check: check.checkEmail,
    },
    taxId: { ...text("taxId", "CPF or CNPJ", "off"), placeholder: "000.000.000-00" },
    line1: text("line1", strings.addressLine1, "address-line1"),
    city: text("city", strings.city, "address-level2"),
    state: text("state", strings.state, "address-level1"),
    postalCode: text("postalCode", strings.postalCode, "postal-code"),
  } as const;
}

const digits = (name: string, label: string, length: number, placeholder: string) => ({
  name,
  label,
  placeholder,
  inputMode: "numeric" as const,
  format: (value: string) => digitsOf(value).slice(0, length),
  check: checkDigits(length, "invalid_bank_account"),
});

function bankSpecs(strings: Strings) {
  return {
    iban: {
      name: "iban",
      label: "IBAN",
      placeholder: "DE00 0000 0000 0000 0000 00",
      format: check.formatIban,
      check: check.checkIban,
    },
    bsb: digits("bsb", "BSB", 6, "000000"),
    account: {
      ...digits("account", strings.accountNumber, 17, "000123456"),
      check: check.checkAccountNumber,
    },
    routing: digits("routing", "Routing number", 9, "110000000"),
    sortCode: digits("sortCode", "Sort code", 6, "108800"),
    blik: { ...digits("blik", "BLIK code", 6, "123456"), check: checkDigits(6, "invalid_code") },
  } as const;
}
