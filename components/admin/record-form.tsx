"use client";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction, FormState } from "@/lib/http/form";
import { errorOf, FormMessage, typedOf } from "./form-message";

/** One field of a record: what it is called and what stands in it now. */
export type RecordField = {
  kind: "text" | "decimal" | "date" | "lines" | "select" | "checkbox";
  name: string;
  label: string;
  hint?: string;
  value?: string;
  checked?: boolean;
  required?: boolean;
  options?: readonly { value: string; label: string }[];
  /** Takes the whole width where there are two columns. */
  wide?: boolean;
};

type Props = {
  label: string;
  fields: readonly RecordField[];
  submit: string;
  action: FormAction;
  /** What the form is about, sent with it. */
  id?: string;
};

/** A form for a record whose fields are plain: what merchants keep lists of. */
export function RecordForm({ label, fields, submit, action, id }: Props) {
  const [state, send] = useActionState(action, { is: "idle" });
  return (
    <form action={send} aria-label={label} className="grid items-start gap-4 sm:grid-cols-2">
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      {fields.map((field) => (
        <div key={field.name} className={field.wide ? "sm:col-span-2" : undefined}>
          <RecordControl field={field} state={state} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <SubmitButton variant="solid" pendingLabel="Saving…">
          {submit}
        </SubmitButton>
        <FormMessage state={state} />
      </div>
    </form>
  );
}

function RecordControl({ field, state }: { field: RecordField; state: FormState }) {
  const { kind, name, label, hint, required, options = [], checked = false } = field;
  const value = typedOf(state, name, field.value);
  if (kind === "checkbox") {
    // What was saved is what the box shows: a form is emptied after it was sent.
    return (
      <Checkbox
        key={String(checked)}
        name={name}
        label={label}
        hint={hint}
        defaultChecked={checked}
      />
    );
  }
  return (
    <Field name={name} label={label} hint={hint} error={errorOf(state, name)} required={required}>
      {(control) => {
        if (kind === "lines") return <Textarea key={value} {...control} defaultValue={value} />;
        if (kind === "select") {
          return (
            <Select key={value} {...control} defaultValue={value}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          );
        }
        const mode = kind === "decimal" ? "decimal" : undefined;
        const type = kind === "date" ? "datetime-local" : "text";
        const look = { key: value, type, inputMode: mode, autoComplete: "off" } as const;
        const { key, ...rest } = look;
        return <Input key={key} {...control} {...rest} defaultValue={value} />;
      }}
    </Field>
  );
}
