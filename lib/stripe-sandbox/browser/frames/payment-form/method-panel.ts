import type { FormValue } from "../../shared/api";
import * as check from "../../shared/card-fields";
import { h } from "../../shared/dom";
import type { MethodField, MethodSpec } from "../../shared/methods";
import { fill, type Strings } from "../../shared/strings";
import { textField, type Field, type FieldSpec } from "../kit/field";
import type { Panel } from "./panel";

export type MethodPanelOptions = {
  strings: Strings;
  merchant: string;
  /** Known already, so not asked for. */
  email: string | null;
  changed(): void;
};

/** The form of a method that is not a card: its few fields, and a word about what comes next. */
export function methodPanel(method: MethodSpec, options: MethodPanelOptions): Panel {
  const { strings, email } = options;
  const asked = method.fields.filter((name) => name !== "email" || email === null);
  const events = { strings, changed: options.changed };
  const fields = asked.map((name) =>
    textField({ ...fieldSpecs(strings)[name], id: `${method.type}-${name}` }, events),
  );
  const element = h(
    "div",
    { class: "Fields" },
    ...fields.map((field) => field.element),
    h("p", { class: "TermsText" }, noteFor(method, options)),
  );
  return {
    type: method.type,
    element,
    fields,
    savedId: () => null,
    wantsSaving: () => false,
    data: () => methodData(method, fields, email),
  };
}

function noteFor(method: MethodSpec, { strings, merchant }: MethodPanelOptions): string {
  const template = {
    redirect: strings.redirectNote,
    debit: strings.debitTerms,
    voucher: strings.voucherNote,
    code: "Open your banking app, make a BLIK code and confirm the payment there.",
  }[method.kind];
  return fill(template, { merchant, method: method.label });
}

function fieldSpecs(strings: Strings): Record<MethodField, FieldSpec> {
  const { digitsOf, checkDigits, checkFilled } = check;
  const digits = (name: string, label: string, length: number, placeholder: string) => ({
    name,
    label,
    placeholder,
    inputMode: "numeric" as const,
    format: (text: string) => digitsOf(text).slice(0, length),
    check: checkDigits(length, "invalid_bank_account"),
  });
  const text = (name: string, label: string, autocomplete: string) => ({
    name,
    label,
    autocomplete,
    check: checkFilled,
  });
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
    iban: {
      name: "iban",
      label: "IBAN",
      placeholder: "DE00 0000 0000 0000 0000 00",
      format: check.formatIban,
      check: check.checkIban,
    },
    bsb: digits("bsb", "BSB", 6, "000000"),
    account: {
      name: "account",
      label: strings.accountNumber,
      placeholder: "000123456",
      inputMode: "numeric",
      format: (value) => digitsOf(value).slice(0, 17),
      check: (value) =>
        digitsOf(value).length >= 5
          ? { complete: true, problem: null }
          : { complete: false, problem: "invalid_bank_account" },
    },
    routing: digits("routing", "Routing number", 9, "110000000"),
    sortCode: digits("sortCode", "Sort code", 6, "108800"),
    blik: { ...digits("blik", "BLIK code", 6, "123456"), check: checkDigits(6, "invalid_code") },
    taxId: { ...text("taxId", "CPF or CNPJ", "off"), placeholder: "000.000.000-00" },
    line1: text("line1", strings.addressLine1, "address-line1"),
    city: text("city", strings.city, "address-level2"),
    state: text("state", strings.state, "address-level1"),
    postalCode: text("postalCode", strings.postalCode, "postal-code"),
  };
}

function methodData(method: MethodSpec, fields: readonly Field[], email: string | null) {
  const value = (name: MethodField): string | undefined =>
    fields.find((field) => field.spec.name === name)?.value.trim();
  const details: Readonly<Record<string, { [key: string]: FormValue }>> = {
    au_becs_debit: { bsb_number: value("bsb"), account_number: value("account") },
    bacs_debit: { sort_code: value("sortCode"), account_number: value("account") },
    sepa_debit: { iban: value("iban")?.replace(/\s/g, "") },
    us_bank_account: {
      routing_number: value("routing"),
      account_number: value("account"),
      account_holder_type: "individual",
    },
    boleto: { tax_id: value("taxId") },
  };
  const address = {
    line1: value("line1"),
    city: value("city"),
    state: value("state"),
    postal_code: value("postalCode"),
    country: method.type === "boleto" ? "BR" : method.type === "bacs_debit" ? "GB" : undefined,
  };
  const billing = { name: value("name"), email: value("email") ?? email ?? undefined, address };
  const own = details[method.type];
  const data = { type: method.type, [method.type]: own, billing_details: billing };
  const code = value("blik");
  return code === undefined ? { data } : { data, options: { blik: { code } } };
}
