import type { FormValue } from "../../shared/api";
import { h } from "../../shared/dom";
import type { MethodField, MethodSpec } from "../../shared/methods";
import { fill, type Strings } from "../../shared/strings";
import { textField, type Field } from "../kit/field";
import { fieldSpecs } from "./method-specs";
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
