import type { CardBrand } from "../../shared/card-brand";
import * as check from "../../shared/card-fields";
import { pathIn, textIn } from "../../shared/options";
import type { FrameInit } from "../../shared/protocol";
import { stringsFor } from "../../shared/strings";
import { textField, type Field, type FieldSpec } from "../kit/field";
import { cvcSpec, expirySpec, numberSpec, postalSpec } from "../payment-form/card-specs";

export type CardInputs = Partial<
  Record<"number" | "expiry" | "cvc" | "postalCode" | "iban", Field>
>;

/** The inputs of one card element: one of them for the split elements, a row for `card`. */
export function cardInputs(
  init: FrameInit,
  brand: () => CardBrand,
  changed: (field: Field) => void,
): CardInputs {
  const strings = stringsFor(init.locale);
  const make = (spec: FieldSpec) => bare(textField(spec, { strings, changed }), init);
  const number = () => make(numberSpec(strings));
  const expiry = () => make(expirySpec(strings));
  const cvc = () => make(cvcSpec(strings, brand));
  switch (init.elementType) {
    case "cardNumber":
      return { number: number() };
    case "cardExpiry":
      return { expiry: expiry() };
    case "cardCvc":
      return { cvc: cvc() };
    case "iban":
      return { iban: make(ibanSpec) };
    default: {
      const row = { number: number(), expiry: expiry(), cvc: cvc() };
      if (init.options["hidePostalCode"] === true) return row;
      const postalCode = make({
        ...postalSpec(strings, () => "US"),
        placeholder: "ZIP",
        // The card element knows no country; any code that is not empty may be right.
        check: (text) => check.checkPostalCode(text, ""),
      });
      postalCode.set(textIn(pathIn(init.options, "value"), "postalCode") ?? "");
      return { ...row, postalCode };
    }
  }
}

const ibanSpec: FieldSpec = {
  name: "iban",
  label: "IBAN",
  placeholder: "DE00 0000 0000 0000 0000 00",
  format: check.formatIban,
  check: check.checkIban,
};

/** The store draws the box and shows the error; all that is left is an input with a spoken name. */
function bare(field: Field, { options, elementType }: FrameInit): Field {
  const { input, element, spec } = field;
  input.className = "InputElement";
  input.setAttribute("aria-label", spec.label);
  element.className = `CardInput CardInput--${spec.name}`;
  element.querySelector("label")?.remove();
  element.querySelector(".Error")?.classList.add("VisuallyHidden");
  const placeholder = textIn(options, "placeholder");
  if (placeholder !== undefined && elementType !== "card") {
    input.setAttribute("placeholder", placeholder);
  }
  if (options["disabled"] === true) input.setAttribute("disabled", "");
  return field;
}
