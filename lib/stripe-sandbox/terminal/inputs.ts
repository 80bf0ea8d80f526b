import type Stripe from "stripe";
import { z } from "zod";
import { flag, list, oneOf, text } from "../params";

/** The forms that a reader shows, and what a shopper of the sandbox answers on them. */
type Input = Stripe.Terminal.Reader.Action.CollectInputs.Input;

const toggle = z.strictObject({
  default_value: oneOf("disabled", "enabled").optional(),
  description: text().optional(),
  title: text().optional(),
});

const choice = z.strictObject({
  id: text(),
  style: oneOf("primary", "secondary").optional(),
  text: text(),
});

export const inputParams = z.strictObject({
  custom_text: z.strictObject({
    description: text().optional(),
    skip_button: text(14).optional(),
    submit_button: text(30).optional(),
    title: text(40),
  }),
  required: flag().optional(),
  selection: z.strictObject({ choices: list(choice) }).optional(),
  toggles: list(toggle).optional(),
  type: oneOf("email", "numeric", "phone", "selection", "signature", "text"),
});

export function inputOf(given: z.output<typeof inputParams>): Input {
  const { custom_text, required = false, selection, toggles, type } = given;
  return {
    custom_text: {
      description: custom_text.description ?? null,
      skip_button: custom_text.skip_button ?? null,
      submit_button: custom_text.submit_button ?? null,
      title: custom_text.title,
    },
    required,
    ...(selection === undefined ? {} : { selection: unanswered(selection.choices) }),
    toggles: toggles?.map(toggleOf) ?? null,
    type,
  };
}

const unanswered = (choices: z.output<typeof choice>[]) => ({
  choices: choices.map(({ id, style, text }) => ({ id, style: style ?? null, text })),
  id: null,
  text: null,
});

const toggleOf = ({ default_value, description, title }: z.output<typeof toggle>) => ({
  default_value: default_value ?? null,
  description: description ?? null,
  title: title ?? null,
  value: null,
});

/** `skip`: whatever need not be answered is left out. */
export function answered(input: Input, skip: "all" | "none"): Input {
  const toggles = (skipped: boolean) =>
    input.toggles?.map((entry) => ({
      ...entry,
      value: skipped ? null : (entry.default_value ?? "disabled"),
    })) ?? null;
  if (skip === "all" && input.required !== true) {
    return { ...input, skipped: true, toggles: toggles(true) };
  }
  return { ...input, ...answerTo(input), skipped: false, toggles: toggles(false) };
}

function answerTo({ type, selection }: Input): Partial<Input> {
  switch (type) {
    case "email":
      return { email: { value: "shopper@example.com" } };
    case "numeric":
      return { numeric: { value: "12345" } };
    case "phone":
      return { phone: { value: "+15551234567" } };
    case "signature":
      return { signature: { value: "file_sandbox_signature" } };
    case "text":
      return { text: { value: "Sandbox" } };
    default: {
      const [first] = selection?.choices ?? [];
      const { id = null, text: shown = null } = first ?? {};
      return { selection: { choices: selection?.choices ?? [], id, text: shown } };
    }
  }
}
