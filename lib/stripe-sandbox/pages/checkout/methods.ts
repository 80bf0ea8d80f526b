import { brandLabel } from "../../browser/shared/card-brand";
import { brandArt } from "../../browser/shared/brand-art";
import { countries } from "../../browser/shared/countries";
import { methodArt, methodSpec, type MethodField } from "../../browser/shared/methods";
import { fill } from "../../browser/shared/strings";
import { savedCardOf } from "../../browser/shared/session";
import type { CheckoutPage } from "../../page-api";
import { html, trusted, type Html } from "../html";
import { field, radio, select, type FormState } from "./field";
import type { PageText } from "./page-text";

/** What a form's `action` begins with when a saved card is to be removed; its id follows. */
export const REMOVE = "remove:";

/** The ways to pay as radio buttons with their forms; style sheets show the form of the chosen one. */
export function methodChoice(page: CheckoutPage, text: PageText, state: FormState): Html {
  const { words, strings } = text;
  const saved = page.saved_payment_methods.flatMap(savedCardOf);
  const canRemove = page.session.saved_payment_method_options?.payment_method_remove === "enabled";
  const types = page.payment_method_types.filter(
    (type) => type === "card" || methodSpec(type) !== null,
  );
  const wanted = state.values["method"];
  const isThere = saved.some(({ id }) => id === wanted) || types.some((type) => type === wanted);
  const chosen = isThere ? wanted : (saved[0]?.id ?? types[0] ?? "card");
  const savedRows = saved.map(({ id, card }) => {
    const name = fill(strings.savedCard, { brand: brandLabel(card.brand), last4: card.last4 });
    const expiry = `${String(card.expMonth).padStart(2, "0")}/${String(card.expYear).slice(-2)}`;
    const label = html`${trusted(brandArt(card.brand))} ${name}
      <span class="quiet">${expiry}</span>`;
    const remove = canRemove ? removeButton(id, name, text) : null;
    return html`<div class="method">${radio("method", id, chosen === id, label)} ${remove}</div>`;
  });
  const rows = types.map((type) => {
    const spec = methodSpec(type);
    const name = spec?.label ?? (saved.length > 0 ? strings.newCard : strings.card);
    const label = html`${trusted(methodArt(type))} ${name}`;
    const panel =
      spec === null ? cardFields(page, text, state) : otherFields(page, text, state, type);
    return html`<div class="method">
      ${radio("method", type, chosen === type, label)}
      <div class="panel">${panel}</div>
    </div>`;
  });
  const isOnly = types.length === 1 && saved.length === 0;
  return html`<fieldset class="methods ${isOnly ? "only" : ""}">
    <legend>
      <h2>${page.session.mode === "setup" ? words.cardToSave : strings.paymentMethod}</h2>
    </legend>
    <div class="method-list">${savedRows}${rows}</div>
  </fieldset>`;
}

/** Posts the form without paying, so that nothing that was typed is lost. */
const removeButton = (id: string, name: string, { strings }: PageText) =>
  html`<button
    class="remove-saved"
    name="action"
    value="${REMOVE}${id}"
    aria-label="${strings.remove}: ${name}"
    formnovalidate
  >
    ${strings.remove}
  </button>`;

function cardFields(
  page: CheckoutPage,
  { words, strings, locale }: PageText,
  given: FormState,
): Html {
  const known = page.session.customer_details;
  const values: FormState["values"] = {
    postal_code: known?.address?.postal_code ?? "",
    cardholder: known?.name ?? "",
    ...given.values,
  };
  const state = { ...given, values };
  const offersSaving = page.session.saved_payment_method_options?.payment_method_save === "enabled";
  return html`<div class="grid">
    ${field(state, { name: "number", label: strings.cardNumber, autocomplete: "cc-number", inputmode: "numeric", placeholder: "1234 1234 1234 1234", className: "wide number", isSecret: true })}
    ${field(state, { name: "expiry", label: strings.expiry, autocomplete: "cc-exp", inputmode: "numeric", placeholder: strings.expiryHint, isSecret: true })}
    ${field(state, { name: "cvc", label: strings.cvc, autocomplete: "cc-csc", inputmode: "numeric", placeholder: "CVC", isSecret: true })}
    ${field(state, { name: "cardholder", label: words.nameOnCard, autocomplete: "cc-name", className: "wide" })}
    ${select(state, { name: "country", label: strings.country, autocomplete: "billing country", choices: countries(locale), chosen: page.session.customer_details?.address?.country ?? "US" })}
    ${field(state, { name: "postal_code", label: words.zipOrPostal, autocomplete: "billing postal-code" })}
    ${
      offersSaving
        ? html`<label class="checkbox wide" for="save">
            <input
              type="checkbox"
              id="save"
              name="save"
              value="1"
              ${state.values["save"] ? trusted("checked") : null}
            />
            ${strings.save}
          </label>`
        : null
    }
  </div>`;
}

const fieldLabels = (
  strings: PageText["strings"],
): Readonly<Record<MethodField, { label: string; autocomplete: string }>> => ({
  name: { label: strings.fullName, autocomplete: "name" },
  email: { label: strings.email, autocomplete: "email" },
  iban: { label: "IBAN", autocomplete: "off" },
  bsb: { label: "BSB", autocomplete: "off" },
  account: { label: strings.accountNumber, autocomplete: "off" },
  routing: { label: "Routing number", autocomplete: "off" },
  sortCode: { label: "Sort code", autocomplete: "off" },
  blik: { label: "BLIK code", autocomplete: "off" },
  taxId: { label: "CPF or CNPJ", autocomplete: "off" },
  line1: { label: strings.addressLine1, autocomplete: "billing address-line1" },
  city: { label: strings.city, autocomplete: "billing address-level2" },
  state: { label: strings.state, autocomplete: "billing address-level1" },
  postalCode: { label: strings.postalCode, autocomplete: "billing postal-code" },
});

/** E-mail is asked for once, at the top of the page. */
export function askedFields(type: string): MethodField[] {
  return (methodSpec(type)?.fields ?? []).filter((name) => name !== "email");
}

function otherFields(
  page: CheckoutPage,
  { words, strings }: PageText,
  state: FormState,
  type: string,
): Html {
  const spec = methodSpec(type);
  if (spec === null) return html``;
  const labels = fieldLabels(strings);
  const fields = askedFields(type).map((name) =>
    field(state, { name: `${type}.${name}`, className: "wide", ...labels[name] }),
  );
  const notes = {
    redirect: strings.redirectNote,
    debit: strings.debitTerms,
    voucher: strings.voucherNote,
    code: words.blikNote,
  };
  const note = fill(notes[spec.kind], {
    method: spec.label,
    merchant: page.merchant.display_name,
  });
  return html`<div class="grid">
    ${fields}
    <p class="quiet small wide">${note}</p>
  </div>`;
}
