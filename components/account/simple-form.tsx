"use client";
import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction, FormState } from "@/lib/http/form";

export type FormField = {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "tel";
  autoComplete: string;
  value?: string;
  hint?: string;
  /** Set where it may be left empty: "optional", in the shopper's language. */
  optional?: string;
  inputMode?: "numeric";
  maxLength?: number;
  choices?: readonly { value: string; label: string }[];
};

type Props = {
  /** Names the form for screen readers. */
  label: string;
  action: FormAction;
  fields: readonly FormField[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  pending: string;
};

/**
 * A form of plain fields, for the pages around an account. It works without JavaScript; with it, what was
 * typed stays, and what is wrong is said beside its field.
 */
export function SimpleForm({ label, action, fields, hidden = {}, submit, pending }: Props) {
  const [state, send] = useActionState(action, { is: "idle" });
  return (
    <form action={send} aria-label={label} className="flex flex-col gap-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Message state={state} />
      {fields.map((field) => (
        <FormRow key={field.name} field={field} state={state} />
      ))}
      <SubmitButton size="large" wide pendingLabel={pending}>
        {submit}
      </SubmitButton>
    </form>
  );
}

function Message({ state }: { state: FormState }) {
  if (state.is === "idle" || !state.message) return null;
  const isDone = state.is === "done";
  return (
    <Alert
      tone={isDone ? "good" : "bad"}
      role={isDone ? "status" : "alert"}
      title={state.message}
    />
  );
}

function FormRow({ field, state }: { field: FormField; state: FormState }) {
  const { name, label, hint, optional, choices, value = "", type = "text", ...rest } = field;
  const refused = state.is === "refused" ? state : null;
  const typed = refused?.values[name] ?? value;
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={refused?.fields[name]}
      required={optional === undefined}
      optionalLabel={optional}
    >
      {(control) =>
        choices ? (
          <Select {...control} autoComplete={rest.autoComplete} defaultValue={typed}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            {...rest}
            type={type}
            defaultValue={type === "password" ? "" : typed}
          />
        )
      }
    </Field>
  );
}
