import { digitsOf, isCurableByTyping, type FieldCheck } from "../../shared/card-fields";
import { h } from "../../shared/dom";
import type { Strings } from "../../shared/strings";

export type FieldSpec = {
  name: string;
  /** Where several forms share a document, each needs ids of its own; otherwise the name. */
  id?: string;
  label: string;
  placeholder?: string;
  autocomplete?: string;
  inputMode?: "numeric" | "email" | "tel" | "text";
  maxLength?: number;
  format?: (text: string) => string;
  check: (text: string) => FieldCheck;
};

export type Field = {
  readonly spec: FieldSpec;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLSelectElement;
  readonly value: string;
  set(value: string): void;
  /** Checks and, when `insist`, also shows what is merely incomplete. */
  check(insist?: boolean): FieldCheck;
};

type FieldEvents = { changed(field: Field): void; strings: Strings };

/**
 * A label, an input and room for an error. What more typing could cure is complained about when
 * the shopper leaves the field; what is plainly wrong, at once.
 */
export function textField(spec: FieldSpec, { changed, strings }: FieldEvents): Field {
  const input = h("input", {
    id: spec.id ?? spec.name,
    name: spec.name,
    class: "Input",
    type: spec.inputMode === "email" ? "email" : spec.inputMode === "tel" ? "tel" : "text",
    inputmode: spec.inputMode,
    // A floating label asks the style sheet whether the placeholder shows, so there always is one.
    placeholder: spec.placeholder ?? " ",
    autocomplete: spec.autocomplete ?? "off",
    maxlength: spec.maxLength,
    autocorrect: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-invalid": "false",
  });
  const { element, show } = frameOfField(spec, input);
  const field = fieldOver(spec, element, input, strings, show);
  input.addEventListener("input", (event) => {
    if (spec.format !== undefined) reformat(input, spec.format, isDeletion(event));
    field.check();
    changed(field);
  });
  input.addEventListener("blur", () => field.check(input.value !== ""));
  return field;
}

export function selectField(
  spec: FieldSpec & { choices: readonly { code: string; name: string }[]; chosen: string },
  { changed, strings }: FieldEvents,
): Field {
  const options = spec.choices.map(({ code, name }) =>
    h("option", { value: code, selected: code === spec.chosen }, name),
  );
  const input = h(
    "select",
    { id: spec.id ?? spec.name, name: spec.name, class: "Input", autocomplete: spec.autocomplete },
    ...options,
  );
  const { element, show } = frameOfField(spec, input);
  const field = fieldOver(spec, element, input, strings, show);
  input.addEventListener("change", () => {
    field.check();
    changed(field);
  });
  return field;
}

function frameOfField(spec: FieldSpec, input: HTMLInputElement | HTMLSelectElement) {
  const label = h("label", { class: "Label", for: input.id }, spec.label);
  const error = h("p", { class: "Error", id: `${input.id}-error`, role: "alert", hidden: true });
  const control = h("div", { class: "Control" }, input);
  const element = h("div", { class: `Field Field--${spec.name}` }, label, control, error);
  const show = (message: string | null) => {
    error.textContent = message ?? "";
    error.hidden = message === null;
    input.classList.toggle("Input--invalid", message !== null);
    label.classList.toggle("Label--invalid", message !== null);
    input.setAttribute("aria-invalid", String(message !== null));
    if (message === null) input.removeAttribute("aria-describedby");
    else input.setAttribute("aria-describedby", error.id);
  };
  return { element, show };
}

function fieldOver(
  spec: FieldSpec,
  element: HTMLElement,
  input: HTMLInputElement | HTMLSelectElement,
  strings: Strings,
  show: (message: string | null) => void,
): Field {
  return {
    spec,
    element,
    input,
    get value() {
      return input.value;
    },
    set(value) {
      input.value = spec.format === undefined ? value : spec.format(value);
      show(null);
    },
    check(insist = false) {
      const result = spec.check(input.value);
      const { problem } = result;
      const isShown = problem !== null && (insist || !isCurableByTyping(problem));
      show(isShown ? strings.problems[problem] : null);
      return result;
    },
  };
}

function isDeletion(event: Event): boolean {
  return event instanceof InputEvent && event.inputType.startsWith("delete");
}

/** Formats while typing and keeps the caret after the same character as before. */
function reformat(
  input: HTMLInputElement,
  format: (text: string) => string,
  isDeleting: boolean,
): void {
  const raw = input.value;
  const caret = input.selectionStart ?? raw.length;
  const before = significant(raw.slice(0, caret));
  let formatted = format(raw);
  // Otherwise a separator that was just deleted would be put back for ever.
  if (isDeleting) formatted = formatted.replace(/[\s/]+$/, "");
  if (formatted === raw) return;
  input.value = formatted;
  if (caret >= raw.length) return input.setSelectionRange(formatted.length, formatted.length);
  let position = 0;
  let seen = 0;
  while (position < formatted.length && seen < before) {
    if (/[\da-z]/i.test(formatted.charAt(position))) seen += 1;
    position += 1;
  }
  input.setSelectionRange(position, position);
}

function significant(text: string): number {
  return /[a-z]/i.test(text) ? text.replace(/[^\da-z]/gi, "").length : digitsOf(text).length;
}
