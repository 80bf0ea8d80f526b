import { brandOf } from "../../shared/card-brand";
import { brandArt, cvcArt } from "../../shared/brand-art";
import * as check from "../../shared/card-fields";
import { countries } from "../../shared/countries";
import { drawing, h } from "../../shared/dom";
import type { Strings } from "../../shared/strings";
import { selectField, textField, type Field } from "../kit/field";
import { cvcSpec, expirySpec, numberSpec, postalSpec } from "./card-specs";
import type { Panel } from "./panel";

export type CardPanelOptions = {
  strings: Strings;
  locale: string;
  country: string;
  postalCode: string;
  asksCountry: boolean;
  asksPostalCode: boolean;
  offersSaving: boolean;
  /** What the shopper agrees to when the card is kept for later; null when it is not. */
  terms: string | null;
  changed(): void;
};

/** Card number, expiry and security code; country and postal code where issuers check them. */
export function cardPanel(options: CardPanelOptions): Panel {
  const fields = cardFields(options, onChange);
  const { number, expiry, cvc, country, postal } = fields;
  postal.set(options.postalCode);
  const brands = drawing("", "Brands");
  number.element.querySelector(".Control")?.append(brands);
  cvc.element.querySelector(".Control")?.append(drawing(cvcArt, "CvcArt"));
  const { saving, isTicked } = savingBox(options);
  const all = [number, expiry, cvc, country, postal];
  const terms = options.terms && h("p", { class: "TermsText" }, options.terms);
  const inputs = all.map((field) => field.element);
  const element = h("div", { class: "Fields" }, ...inputs, saving, terms || null);
  walkBetween([number, expiry, cvc]);
  sync();

  function sync(): void {
    const brand = brandOf(check.digitsOf(number.value));
    const shown = brand.name === "unknown" ? hintBrands : [brand.name];
    brands.innerHTML = shown.map(brandArt).join("");
    showFor(fields, brand, options);
  }

  function onChange(field: Field): void {
    sync();
    if (field === number && isTypedOut(number)) focusNext(expiry, number);
    if (field === expiry && field.spec.check(field.value).complete) focusNext(cvc, expiry);
    options.changed();
  }

  return {
    type: "card",
    element,
    fields: all,
    savedId: () => null,
    refresh: sync,
    wantsSaving: isTicked,
    data: () => ({ data: cardData(fields) }),
  };
}

type CardFields = Record<"number" | "expiry" | "cvc" | "country" | "postal", Field>;

function cardFields(options: CardPanelOptions, changed: (field: Field) => void): CardFields {
  const { strings } = options;
  const events = { strings, changed };
  const number = textField(numberSpec(strings), events);
  const country = countryField(options, events);
  const brand = () => brandOf(check.digitsOf(number.value));
  return {
    number,
    expiry: textField(expirySpec(strings), events),
    cvc: textField(cvcSpec(strings, brand), events),
    country,
    postal: textField(
      postalSpec(strings, () => country.value),
      events,
    ),
  };
}

/** "Save for later", where the store offers it. */
function savingBox({ strings, changed, offersSaving }: CardPanelOptions) {
  const save = h("input", { type: "checkbox", id: "save", class: "CheckboxInput" });
  save.addEventListener("change", changed);
  const saving = h("label", { class: "Checkbox", for: "save" }, save, strings.save);
  saving.hidden = !offersSaving;
  return { saving, isTicked: () => !saving.hidden && save.checked };
}

/** What is asked for, and how it is called, depends on the card's brand and on the country. */
function showFor(
  { cvc, country, postal }: CardFields,
  brand: ReturnType<typeof brandOf>,
  { strings, asksCountry, asksPostalCode }: CardPanelOptions,
): void {
  cvc.input.setAttribute("maxlength", String(brand.cvcLength));
  cvc.input.setAttribute("placeholder", brand.name === "amex" ? "CVC (4)" : "CVC");
  country.element.hidden = !asksCountry;
  postal.element.hidden = !asksPostalCode || !check.asksForPostalCode(country.value);
  const label = postal.element.querySelector("label");
  if (label) label.textContent = country.value === "US" ? strings.zip : strings.postalCode;
  postal.input.setAttribute("placeholder", postalExamples[country.value] ?? "");
  country.element.classList.toggle("Field--wide", postal.element.hidden);
}

const hintBrands = ["visa", "mastercard", "amex", "discover"];
const postalExamples: Readonly<Record<string, string>> = {
  US: "12345",
  CA: "M5T 1T4",
  GB: "WS11 1DB",
};

function countryField(options: CardPanelOptions, events: Parameters<typeof selectField>[1]): Field {
  const spec = {
    name: "country",
    label: options.strings.country,
    autocomplete: "billing country",
    choices: countries(options.locale),
    chosen: options.country,
    check: check.checkFilled,
  };
  return selectField(spec, events);
}

function cardData({ number, expiry, cvc, country, postal }: CardFields) {
  const { month, year } = check.readExpiry(expiry.value);
  const address = {
    country: country.element.hidden ? undefined : country.value,
    postal_code: postal.element.hidden ? undefined : postal.value.trim(),
  };
  return {
    type: "card",
    card: {
      number: check.digitsOf(number.value),
      exp_month: month,
      exp_year: year,
      cvc: cvc.value,
    },
    billing_details: { address },
  };
}

/** Numbers of some brands may grow after they are valid; those wait for the shopper to go on. */
function isTypedOut({ value, spec }: Field): boolean {
  const digits = check.digitsOf(value);
  return spec.check(value).complete && digits.length === check.longestNumber(brandOf(digits));
}

function focusNext(next: Field, from: Field): void {
  if (document.activeElement === from.input && next.value === "") next.input.focus();
}

/** Backspace in an empty field goes back to the one before it. */
export function walkBetween(fields: readonly Field[]): void {
  fields.forEach(({ input }, index) =>
    input.addEventListener("keydown", (event) => {
      const previous = fields[index - 1];
      if (!(event instanceof KeyboardEvent) || event.key !== "Backspace") return;
      if (input.value === "" && previous !== undefined) {
        event.preventDefault();
        previous.input.focus();
      }
    }),
  );
}
