import type { CheckoutPage } from "../../page-api";
import { html, trusted, type Html } from "../html";
import { fill } from "../../browser/shared/strings";
import { field, select, type FormState } from "./field";
import type { PageText } from "./page-text";

type CustomField = CheckoutPage["session"]["custom_fields"][number];

/** What a store asks besides the payment: its own fields. */
export function customFields(
  { session }: CheckoutPage,
  text: PageText,
  state: FormState,
): Html | null {
  if (session.custom_fields.length === 0) return null;
  const rows = session.custom_fields.map((asked) => customField(asked, text, state));
  return html`<fieldset>
    <legend><h2>${text.words.more}</h2></legend>
    ${rows}
  </fieldset>`;
}

export const customName = (key: string) => `custom.${key}`;

function customField(asked: CustomField, { words }: PageText, given: FormState): Html {
  const kind = asked.dropdown ?? asked.numeric ?? asked.text;
  const name = customName(asked.key);
  const shown = asked.label.custom ?? asked.key;
  const label = asked.optional ? fill(words.optional, { label: shown }) : shown;
  const known = kind?.value ?? kind?.default_value ?? "";
  const state = { ...given, values: { [name]: known, ...given.values } };
  if (asked.dropdown === undefined) {
    const inputmode = asked.numeric === undefined ? {} : { inputmode: "numeric" };
    return field(state, { name, label, autocomplete: "off", ...inputmode });
  }
  const options = asked.dropdown.options.map((option) => ({
    code: option.value,
    name: option.label,
  }));
  const choices = [{ code: "", name: words.select }, ...options];
  return select(state, { name, label, autocomplete: "off", choices, chosen: known });
}

/** Agreements that the shopper gives with a tick, above the button. */
export function consents(
  { session, merchant }: CheckoutPage,
  { words }: PageText,
  state: FormState,
): Html | null {
  const asked = session.consent_collection;
  const terms = asked?.terms_of_service === "required";
  const promotions = asked?.promotions === "auto";
  if (!terms && !promotions) return null;
  const names = { merchant: merchant.display_name };
  const agreement =
    session.custom_text.terms_of_service_acceptance?.message ?? fill(words.terms, names);
  return html`<fieldset>
    ${terms ? tick(state, "terms", agreement) : null}
    ${promotions ? tick(state, "promotions", fill(words.news, names)) : null}
  </fieldset>`;
}

function tick(state: FormState, name: string, label: string): Html {
  const error = state.errors[name];
  return html`<div>
    <label class="checkbox" for="${name}">
      <input
        type="checkbox"
        id="${name}"
        name="${name}"
        value="1"
        aria-describedby="${name}-error"
        ${state.values[name] ? trusted("checked") : null}
      />
      <span>${label}</span>
    </label>
    <p class="error" id="${name}-error" role="alert">${error}</p>
  </div>`;
}

/** A sentence of the store's own beside a part of the form. */
export function storeWords(
  { session }: CheckoutPage,
  part: "after_submit" | "submit" | "shipping_address",
): Html | null {
  const message = session.custom_text[part]?.message;
  return message === undefined ? null : html`<p class="quiet small">${message}</p>`;
}

export const billingParts = ["line1", "city", "state"] as const;

/** Country and postal code stand with the card already; the rest is asked for when a store wants it. */
export function billingAddress(
  { session }: CheckoutPage,
  { words, strings }: PageText,
  given: FormState,
): Html | null {
  if (session.billing_address_collection !== "required") return null;
  const known = session.customer_details?.address;
  const values = Object.fromEntries(
    billingParts.map((part) => [`billing.${part}`, known?.[part] ?? ""]),
  );
  const state = { ...given, values: { ...values, ...given.values } };
  const labels = {
    line1: strings.addressLine1,
    city: strings.city,
    state: fill(words.ifAny, { label: strings.state }),
  };
  const autocomplete = { line1: "address-line1", city: "address-level2", state: "address-level1" };
  return html`<fieldset>
    <legend><h2>${words.billingAddress}</h2></legend>
    ${billingParts.map((part) =>
      field(state, {
        name: `billing.${part}`,
        label: labels[part],
        autocomplete: `billing ${autocomplete[part]}`,
      }),
    )}
  </fieldset>`;
}
