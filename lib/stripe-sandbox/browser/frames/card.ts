import { applyAppearance } from "../shared/appearance";
import { brandArt } from "../shared/brand-art";
import { brandOf, unknownBrand } from "../shared/card-brand";
import { digitsOf, longestNumber } from "../shared/card-fields";
import { drawing, h } from "../shared/dom";
import type { FrameInit } from "../shared/protocol";
import { stringsFor } from "../shared/strings";
import { createPaymentMethod, createToken } from "./card-form/collect";
import { cardInputs, type CardInputs } from "./card-form/inputs";
import { joinSiblings, type Siblings } from "./card-form/siblings";
import { cardStyleSheet } from "./card-form/style";
import type { Field } from "./kit/field";
import { applyFonts } from "./kit/fonts";
import { connectFrame } from "./kit/link";
import { walkBetween } from "./payment-form/card-panel";

/** The document inside `card`, `cardNumber`, `cardExpiry`, `cardCvc` and `iban`. */
let init: FrameInit | null = null;
let inputs: CardInputs = {};
let siblings: Siblings | null = null;
let knownBrand = unknownBrand.name;
const icon = drawing("", "CardIcon");

const link = connectFrame({
  init(given) {
    init = given;
    applyAppearance(given.appearance);
    applyFonts(given.fonts);
    siblings = joinSiblings(given.group, {
      type: given.elementType,
      answer: (insist) => ownAnswer(insist),
      onBrand: (brand) => setBrand(brand),
    });
    render(given);
    link.emit("ready");
  },
  update(changes) {
    if (init === null) return;
    init = { ...init, ...changes, options: { ...init.options, ...changes.options } };
    if (changes.appearance) applyAppearance(changes.appearance);
    applyStyle(init);
    for (const { input } of fields()) {
      input.toggleAttribute("disabled", init.options["disabled"] === true);
    }
  },
  act(act) {
    if (act === "focus") fields()[0]?.input.focus();
    if (act === "clear") for (const field of fields()) field.set("");
    if (act === "clear") announce();
    if (act === "blur" && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
  },
  async call(method, params) {
    if (init === null) return { error: { type: "api_error", message: "The form is not ready." } };
    if (method === "createPaymentMethod") return createPaymentMethod(formOf(init), params);
    if (method === "createToken") return createToken(formOf(init), params);
    return { value: null };
  },
});

const formOf = (given: FrameInit) => ({ given, inputs, siblings, announce });
const fields = (): Field[] => Object.values(inputs);

function render(given: FrameInit): void {
  inputs = cardInputs(given, currentBrand, onChange);
  const showsIcon = inputs.number && given.options["hideIcon"] !== true;
  const isIconWanted = given.elementType === "card" || given.options["showIcon"] === true;
  const row = h("div", { class: "CardRow" }, showsIcon && isIconWanted ? icon : null);
  row.append(...fields().map(({ element }) => element));
  document.body.classList.add("CardFrame");
  document.body.replaceChildren(row);
  walkBetween(fields());
  applyStyle(given);
  icon.innerHTML = brandArt("unknown");
  announce();
}

function applyStyle({ options }: FrameInit): void {
  document.adoptedStyleSheets = [cardStyleSheet(options["style"])];
}

function currentBrand() {
  if (inputs.number) return brandOf(digitsOf(inputs.number.value));
  return knownBrand === "amex" ? brandOf("34") : unknownBrand;
}

function setBrand(brand: string): void {
  knownBrand = brand === "amex" ? "amex" : "unknown";
  announce();
}

function onChange(field: Field): void {
  if (inputs.number && field === inputs.number) {
    const { name } = currentBrand();
    if (name !== knownBrand) siblings?.tell(name);
    knownBrand = name;
    icon.innerHTML = brandArt(name);
  }
  const { complete } = field.spec.check(field.value);
  const isFull =
    field !== inputs.number || digitsOf(field.value).length === longestNumber(currentBrand());
  const next = fields()[fields().indexOf(field) + 1];
  if (complete && isFull && field !== inputs.postalCode) next?.input.focus();
  announce();
}

let announced = "";

function announce(): void {
  if (init === null) return;
  const checks = fields().map((field) => ({ field, result: field.spec.check(field.value) }));
  for (const { field, result } of checks) {
    const isInvalid = field.input.getAttribute("aria-invalid") === "true";
    field.input.classList.toggle("is-invalid", isInvalid);
    field.input.classList.toggle("is-complete", result.complete);
    field.input.classList.toggle("is-empty", field.value === "");
  }
  const shown = fields().find(({ input }) => input.getAttribute("aria-invalid") === "true");
  const code = shown?.spec.check(shown.value).problem ?? null;
  const error =
    code === null
      ? undefined
      : { type: "validation_error", code, message: stringsFor(init.locale).problems[code] };
  const payload = {
    empty: fields().every(({ value }) => value === ""),
    complete: checks.every(({ result }) => result.complete),
    error,
    ...(inputs.number ? { brand: currentBrand().name } : {}),
    ...(inputs.postalCode ? { value: { postalCode: inputs.postalCode.value } } : {}),
  };
  const text = JSON.stringify(payload);
  if (text !== announced) link.emit("change", payload);
  announced = text;
}

window.addEventListener("focusout", () => setTimeout(announce));

function ownAnswer(insist: boolean): { value: string; complete: boolean } {
  const [field] = fields();
  const complete = field?.check(insist).complete ?? false;
  announce();
  return { value: field?.value ?? "", complete };
}
