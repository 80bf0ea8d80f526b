import * as check from "../../shared/card-fields";
import { countries, likelyCountry } from "../../shared/countries";
import { h } from "../../shared/dom";
import { pathIn, textIn } from "../../shared/options";
import type { FrameInit } from "../../shared/protocol";
import { stringsFor } from "../../shared/strings";
import { selectField, textField, type Field, type FieldSpec } from "../kit/field";
import type { FormContent } from "../kit/form-frame";

const withStates = new Set("AE AU BR CA CN IE IN IT JP MX MY TH US".split(" "));
const withoutPostalCodes = new Set("AE HK".split(" "));

/** Name, country and address, in the order in which people write them; phone if it is asked for. */
export function buildAddressForm(init: FrameInit, changed: () => void): FormContent {
  const { options, locale } = init;
  const strings = stringsFor(locale);
  const mode = textIn(options, "mode") === "billing" ? "billing" : "shipping";
  const asksPhone = pathIn(options, "fields", "phone") === "always";
  const fields = addressFields(init, mode, { strings, changed: onChange });
  prefill(fields, knownIn(init, mode));
  fields.phone.element.hidden = !asksPhone;
  sync();

  function sync(): void {
    const country = fields.country.value;
    fields.state.element.hidden = !withStates.has(country);
    fields.postal_code.element.hidden = withoutPostalCodes.has(country);
    const label = fields.postal_code.element.querySelector("label");
    if (label) label.textContent = country === "US" ? strings.zip : strings.postalCode;
  }

  function onChange(): void {
    sync();
    changed();
  }

  const list = Object.values(fields);
  return {
    fields: list,
    element: h("div", { class: "Fields" }, ...list.map(({ element }) => element)),
    payload: () => ({ elementMode: mode, isNewAddress: true, value: valueOf(fields, asksPhone) }),
  };
}

type Mode = "billing" | "shipping";

type AddressFields = Record<
  "name" | "country" | "line1" | "line2" | "city" | "state" | "postal_code" | "phone",
  Field
>;

const optional = () => ({ complete: true, problem: null });

function addressFields(
  init: FrameInit,
  mode: Mode,
  events: Parameters<typeof textField>[1],
): AddressFields {
  const { strings } = events;
  const text = (name: string, label: string, hint: string, extra: Partial<FieldSpec> = {}) =>
    textField(
      { name, label, autocomplete: `${mode} ${hint}`, check: check.checkFilled, ...extra },
      events,
    );
  const needsPhone = pathIn(init.options, "validation", "phone", "required") !== "never";
  const country = countryField(init, mode, events);
  return {
    name: text("name", strings.fullName, "name"),
    country,
    line1: text("line1", strings.addressLine1, "address-line1"),
    line2: text("line2", strings.addressLine2, "address-line2", { check: optional }),
    city: text("city", strings.city, "address-level2"),
    state: text("state", strings.state, "address-level1"),
    postal_code: text("postalCode", strings.postalCode, "postal-code", {
      check: (value) => check.checkPostalCode(value, country.value),
    }),
    phone: text("phone", strings.phone, "tel", {
      inputMode: "tel",
      check: needsPhone ? check.checkFilled : optional,
    }),
  };
}

function valueOf(fields: AddressFields, asksPhone: boolean): Record<string, unknown> {
  const of = ({ element, value }: Field) => (element.hidden ? "" : value.trim());
  const { name, line1, line2, city, state, postal_code, country, phone } = fields;
  return {
    name: of(name),
    address: {
      line1: of(line1),
      line2: of(line2) || null,
      city: of(city),
      state: of(state),
      postal_code: of(postal_code),
      country: of(country),
    },
    ...(asksPhone ? { phone: of(phone) } : {}),
  };
}

/** What the store gives, else what the session knows. */
function knownIn({ options, payment }: FrameInit, mode: Mode): unknown {
  return pathIn(options, "defaultValues") ?? payment?.[mode] ?? null;
}

function prefill(fields: AddressFields, defaults: unknown): void {
  const address = pathIn(defaults, "address");
  fields.name.set(textIn(defaults, "name") ?? "");
  fields.phone.set(textIn(defaults, "phone") ?? "");
  for (const name of ["line1", "line2", "city", "state", "postal_code"] as const) {
    fields[name].set(textIn(address, name) ?? "");
  }
}

function countryField(
  init: FrameInit,
  mode: Mode,
  events: Parameters<typeof selectField>[1],
): Field {
  const { options, locale } = init;
  const allowed = pathIn(options, "allowedCountries");
  const all = countries(locale);
  const some = Array.isArray(allowed) ? all.filter(({ code }) => allowed.includes(code)) : all;
  const choices = some.length === 0 ? all : some;
  const wanted =
    textIn(pathIn(knownIn(init, mode), "address"), "country") ?? likelyCountry(navigator.languages);
  const chosen = choices.some(({ code }) => code === wanted) ? wanted : (choices[0]?.code ?? "US");
  const spec = {
    name: "country",
    label: stringsFor(locale).country,
    autocomplete: `${mode} country`,
    choices,
    chosen,
    check: check.checkFilled,
  };
  const field = selectField(spec, events);
  field.element.classList.add("Field--wide");
  return field;
}
