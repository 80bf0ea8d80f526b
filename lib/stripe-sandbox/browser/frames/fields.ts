import * as check from "../shared/card-fields";
import { h } from "../shared/dom";
import { textIn } from "../shared/options";
import { formatAmount } from "../shared/money";
import type { FrameInit } from "../shared/protocol";
import { fill, stringsFor } from "../shared/strings";
import { selectField, textField } from "./kit/field";
import { runFormFrame, type FormContent } from "./kit/form-frame";

/** The small elements of one or two fields, or of a sentence, in one document. */
runFormFrame((init, changed) => {
  const build = builders[init.elementType];
  return build === undefined ? sentence("") : build(init, changed);
});

type Builder = (init: FrameInit, changed: () => void) => FormContent;

const builders: Readonly<Record<string, Builder>> = {
  contactDetails: emailForm,
  linkAuthentication: emailForm,
  taxId: taxIdForm,
  terms: ({ payment, locale }) => {
    const merchant = payment?.merchantName ?? "the merchant";
    return sentence(fill(stringsFor(locale).cardTerms, { merchant }));
  },
  currencySelector: ({ payment, locale }) => {
    if (payment?.amount == null || payment.currency === null) return sentence("");
    const amount = formatAmount(payment.amount, payment.currency, locale);
    return sentence(`You pay in ${payment.currency.toUpperCase()}: ${amount}`);
  },
};

function emailForm(init: FrameInit, changed: () => void): FormContent {
  const strings = stringsFor(init.locale);
  const spec = {
    name: "email",
    label: strings.email,
    autocomplete: "email",
    inputMode: "email",
    placeholder: "you@example.com",
    check: check.checkEmail,
  } as const;
  const email = textField(spec, { strings, changed });
  const defaults = init.options["defaultValues"];
  email.set(textIn(defaults, "email") ?? init.payment?.email ?? "");
  return {
    fields: [email],
    element: h("div", { class: "Fields" }, email.element),
    payload: () => ({ value: { email: email.value.trim() } }),
  };
}

const taxIdKinds = [
  { code: "eu_vat", name: "EU VAT number" },
  { code: "gb_vat", name: "UK VAT number" },
  { code: "us_ein", name: "US EIN" },
  { code: "ca_bn", name: "Canadian business number" },
  { code: "au_abn", name: "Australian business number" },
  { code: "ch_vat", name: "Swiss VAT number" },
  { code: "jp_cn", name: "Japanese corporate number" },
];

function taxIdForm({ locale }: FrameInit, changed: () => void): FormContent {
  const strings = stringsFor(locale);
  const events = { strings, changed };
  const base = { check: check.checkFilled };
  const first = taxIdKinds[0]?.code ?? "";
  const kind = selectField(
    { ...base, name: "taxIdType", label: "Tax ID type", choices: taxIdKinds, chosen: first },
    events,
  );
  const number = textField({ ...base, name: "taxId", label: "Tax ID" }, events);
  const business = textField({ ...base, name: "businessName", label: "Business name" }, events);
  const fields = [kind, number, business];
  return {
    fields,
    element: h("div", { class: "Fields" }, ...fields.map(({ element }) => element)),
    payload: () => ({
      value: { taxIdType: kind.value, taxId: number.value, businessName: business.value },
    }),
  };
}

function sentence(text: string): FormContent {
  const element = text === "" ? h("div") : h("p", { class: "TermsText" }, text);
  return { fields: [], element, payload: () => ({}) };
}
