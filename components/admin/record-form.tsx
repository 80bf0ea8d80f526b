"use client";
import { useActionState } from "react";
import { cx } from "@/components/ui/cx";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input, Select, Textarea } from "@/components/ui/inputs";
import type { FormAction, FormState } from "@/lib/http/form";
import { errorOf, typedOf } from "./form-message";
import { SaveRow } from "./save-row";

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
  /** Fields that few people need: folded away until somebody opens them, or one of them is refused. */
  more?: { title: string; hint: string; fields: readonly RecordField[] };
  /** What the form is about, sent with it. */
  id?: string;
};

/** A form for a record whose fields are plain: what merchants keep lists of. */
export function RecordForm({ label, fields, more, submit, action, id }: Props) {
  const [state, send] = useActionState(action, { is: "idle" });
  return (
    <form action={send} aria-label={label} className={columns}>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Fields fields={fields} state={state} />
      {more && <More {...more} state={state} />}
      <SaveRow state={state} label={submit} className="sm:col-span-2" />
    </form>
  );
}

/* As high as what stands in it, up to most of a screen. */
const linesLook = "field-sizing-content max-h-[60vh] min-h-30";

/* What stands side by side shares four lines (label, hint, field, error), so that no field leaves its row. */
const columns = "grid gap-x-4 gap-y-1.5 sm:grid-cols-2";
const cell = "mb-3.5 sm:row-span-4 sm:grid sm:grid-rows-subgrid";
const lines =
  "[&>[id$=-hint]]:row-start-2 [&>:is(input,select,textarea,span)]:row-start-3 [&>[id$=-error]]:row-start-4";

type FieldsProps = { fields: readonly RecordField[]; state: FormState };

function Fields({ fields, state }: FieldsProps) {
  return fields.map((field) => <RecordControl key={field.name} field={field} state={state} />);
}

function More({ title, hint, fields, state }: FieldsProps & { title: string; hint: string }) {
  const isRefused = fields.some(({ name }) => errorOf(state, name) !== undefined);
  return (
    <details
      open={isRefused || undefined}
      className="group mb-3.5 border-y border-line sm:col-span-2"
    >
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-4 font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
      </summary>
      <p className="mb-4 text-sm text-muted">{hint}</p>
      <div className={cx(columns, "pb-1.5")}>
        <Fields fields={fields} state={state} />
      </div>
    </details>
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
        className={cx("mb-1.5", field.wide && "sm:col-span-2")}
      />
    );
  }
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={errorOf(state, name)}
      required={required}
      className={cx(cell, lines, field.wide && "sm:col-span-2")}
    >
      {(control) => {
        if (kind === "lines") {
          return <Textarea key={value} {...control} defaultValue={value} className={linesLook} />;
        }
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
