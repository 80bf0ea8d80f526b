import type { CheckoutPage } from "../../page-api";
import { html, trusted, type Html } from "../html";
import { field, select, type FormState } from "./field";

type CustomField = CheckoutPage["session"]["custom_fields"][number];

/** What a store asks besides the payment: its own fields. */
export function customFields({ session }: CheckoutPage, state: FormState): Html | null {
  if (session.custom_fields.length === 0) return null;
  const rows = session.custom_fields.map((asked) => customField(asked, state));
  return html`<fieldset>
    <legend><h2>Additional information</h2></legend>
    ${rows}
  </fieldset>`;
}

export const customName = (key: string) => `custom.${key}`;

function customField(asked: CustomField, given: FormState): Html {
  const kind = asked.dropdown ?? asked.numeric ?? asked.text;
  const name = customName(asked.key);
  const label = `${asked.label.custom ?? asked.key}${asked.optional ? " (optional)" : ""}`;
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
  const choices = [{ code: "", name: "Select…" }, ...options];
  return select(state, { name, label, autocomplete: "off", choices, chosen: known });
}

/** Agreements that the shopper gives with a tick, above the button. */
export function consents({ session, merchant }: CheckoutPage, state: FormState): Html | null {
  const asked = session.consent_collection;
  const terms = asked?.terms_of_service === "required";
  const promotions = asked?.promotions === "auto";
  if (!terms && !promotions) return null;
  const words =
    session.custom_text.terms_of_service_acceptance?.message ??
    `I agree to the terms of service of ${merchant.display_name}.`;
  return html`<fieldset>
    ${terms ? tick(state, "terms", words) : null}
    ${promotions ? tick(state, "promotions", `Send me news and offers of ${merchant.display_name}.`) : null}
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
  part: "submit" | "shipping_address",
): Html | null {
  const message = session.custom_text[part]?.message;
  return message === undefined ? null : html`<p class="quiet small">${message}</p>`;
}

export const billingParts = ["line1", "city", "state"] as const;

/** Country and postal code stand with the card already; the rest is asked for when a store wants it. */
export function billingAddress({ session }: CheckoutPage, given: FormState): Html | null {
  if (session.billing_address_collection !== "required") return null;
  const known = session.customer_details?.address;
  const values = Object.fromEntries(
    billingParts.map((part) => [`billing.${part}`, known?.[part] ?? ""]),
  );
  const state = { ...given, values: { ...values, ...given.values } };
  const labels = { line1: "Address", city: "City", state: "State or region (if you have one)" };
  const autocomplete = { line1: "address-line1", city: "address-level2", state: "address-level1" };
  return html`<fieldset>
    <legend><h2>Billing address</h2></legend>
    ${billingParts.map((part) =>
      field(state, {
        name: `billing.${part}`,
        label: labels[part],
        autocomplete: `billing ${autocomplete[part]}`,
      }),
    )}
  </fieldset>`;
}
