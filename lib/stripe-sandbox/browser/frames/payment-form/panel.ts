import type { StripeError } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import type { FieldProblem } from "../../shared/card-fields";
import type { Strings } from "../../shared/strings";
import type { Field } from "../kit/field";

export type MethodData = {
  /** Parameters of `POST /v1/payment_methods`. */
  data: { [key: string]: FormValue };
  /** Parameters of the confirmation, such as a BLIK code. */
  options?: { [key: string]: FormValue };
};

/** The form of one payment method, or of one card that is already saved. */
export type Panel = {
  readonly type: string;
  readonly element: HTMLElement;
  readonly fields: readonly Field[];
  /** A saved payment method that is chosen instead of the fields. */
  savedId(): string | null;
  wantsSaving(): boolean;
  data(): MethodData;
  /** Brings what depends on the fields' values up to date. */
  refresh?(): void;
};

export function isComplete(panel: Panel): boolean {
  return panel.savedId() !== null || visible(panel).every((field) => field.check().complete);
}

export function isEmpty(panel: Panel): boolean {
  if (panel.savedId() !== null) return false;
  return panel.fields.every(({ input, value }) => input.tagName === "SELECT" || value === "");
}

/** Shows every problem, moves the focus to the first field that has one, and names it. */
export function validationError(panel: Panel, strings: Strings): StripeError | null {
  if (panel.savedId() !== null) return null;
  let first: { field: Field; problem: FieldProblem } | null = null;
  for (const field of visible(panel)) {
    const { problem } = field.check(true);
    if (problem !== null) first ??= { field, problem };
  }
  if (first === null) return null;
  first.field.input.focus();
  const { problem } = first;
  return { type: "validation_error", code: problem, message: strings.problems[problem] };
}

/** A form that is drawn anew keeps what the shopper has typed into the one before. */
export function carryOver(before: readonly Panel[], panel: Panel): void {
  const same = before.find(({ type }) => type === panel.type);
  for (const { spec, value } of same?.fields ?? []) {
    const field = panel.fields.find((candidate) => candidate.spec.name === spec.name);
    if (value !== "") field?.set(value);
  }
  panel.refresh?.();
}

function visible(panel: Panel): Field[] {
  return panel.fields.filter(({ element }) => !element.hidden);
}
