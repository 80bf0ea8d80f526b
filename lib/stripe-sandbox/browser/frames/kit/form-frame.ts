import { applyAppearance } from "../../shared/appearance";
import { h } from "../../shared/dom";
import type { FrameInit, FrameUpdate } from "../../shared/protocol";
import { stringsFor } from "../../shared/strings";
import type { Field } from "./field";
import { applyFonts } from "./fonts";
import { connectFrame } from "./link";

export type FormContent = {
  /** All fields, hidden ones too. */
  fields: readonly Field[];
  element: HTMLElement;
  /** What a `change` event carries besides `empty` and `complete`. */
  payload(): Record<string, unknown>;
};

/** Runs a frame that is one plain form: draws it, tells its changes, validates it on demand. */
export function runFormFrame(build: (init: FrameInit, changed: () => void) => FormContent): void {
  let init: FrameInit | null = null;
  let content: FormContent | null = null;
  let announced = "";

  const link = connectFrame({
    init(given) {
      init = given;
      applyAppearance(given.appearance);
      applyFonts(given.fonts);
      render(given);
      link.emit("ready");
    },
    update,
    act(act) {
      if (act === "focus") content?.fields[0]?.input.focus();
      if (act === "clear" && init !== null) render(init);
      if (act === "blur") blurAll();
    },
    async call(method) {
      if (init === null || content === null) return notReady;
      if (method === "value") {
        // Stripe's getValue points at what is missing, as a confirmation does.
        for (const field of shown(content)) field.check(true);
        return { value: statusOf(content) };
      }
      const problem = firstProblem(content, stringsFor(init.locale));
      return problem === null ? { value: statusOf(content) } : { error: problem };
    },
  });

  function update(changes: FrameUpdate): void {
    if (init === null) return;
    init = { ...init, ...changes, options: { ...init.options, ...changes.options } };
    if (changes.appearance) applyAppearance(changes.appearance);
    if (changes.fonts) applyFonts(changes.fonts);
    if (changes.options || changes.locale) render(init);
  }

  function render(given: FrameInit): void {
    document.documentElement.lang = given.locale === "auto" ? navigator.language : given.locale;
    content = build(given, announce);
    document.body.replaceChildren(h("div", { class: "Form" }, content.element));
    announce();
  }

  function announce(): void {
    if (content === null) return;
    const payload = statusOf(content);
    const text = JSON.stringify(payload);
    if (text !== announced) link.emit("change", payload);
    announced = text;
  }
}

const notReady = { error: { type: "api_error", message: "The form is not ready." } } as const;

function blurAll(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function shown({ fields }: FormContent): Field[] {
  return fields.filter(({ element }) => !element.hidden);
}

function statusOf(content: FormContent): Record<string, unknown> {
  const fields = shown(content);
  const complete = fields.every(({ spec, value }) => spec.check(value).complete);
  const isTyped = ({ input, value }: Field) => input.tagName !== "SELECT" && value !== "";
  return { empty: !fields.some(isTyped), complete, ...content.payload() };
}

function firstProblem(content: FormContent, strings: ReturnType<typeof stringsFor>) {
  const failing = shown(content).filter((field) => field.check(true).problem !== null);
  const [first] = failing;
  const code = first?.spec.check(first.value).problem ?? null;
  if (first === undefined || code === null) return null;
  first.input.focus();
  return { type: "validation_error" as const, code, message: strings.problems[code] };
}
