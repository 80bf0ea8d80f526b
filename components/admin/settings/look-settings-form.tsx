"use client";
import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/inputs";
import type { FormAction } from "@/lib/http/form";
import { errorOf, typedOf } from "../form-message";
import { SettingsForm } from "./settings-form";

type LookProps = {
  values: Readonly<
    Record<
      | "name"
      | "buttonColor"
      | "backgroundColor"
      | "logoUrl"
      | "submit"
      | "afterSubmit"
      | "shippingAddress",
      string
    >
  >;
  action: FormAction;
};

export function LookSettingsForm({ values, action }: LookProps) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const field = (name: keyof LookProps["values"], label: string, hint: string, rows?: number) => (
    <Field name={name} label={label} hint={hint} error={errorOf(state, name)}>
      {(control) =>
        rows === undefined ? (
          <Input {...control} defaultValue={typedOf(state, name, values[name])} />
        ) : (
          <Textarea {...control} rows={rows} defaultValue={typedOf(state, name, values[name])} />
        )
      }
    </Field>
  );
  return (
    <SettingsForm label="Look and words" state={state} submit={submit}>
      <div className="grid gap-5 sm:grid-cols-2">
        {field("name", "Shop name", "As it stands on Stripe's pages.")}
        {field("logoUrl", "Logo", "The address of a picture, beginning with https://.")}
        {field("buttonColor", "Colour of the button", "Such as #c03d19.")}
        {field("backgroundColor", "Colour of the page", "Such as #f3f6f5.")}
      </div>
      {field("submit", "Beside the button", "A sentence of yours above “Pay”.", 2)}
      {field("afterSubmit", "Below the button", "A sentence of yours under “Pay”.", 2)}
      {field("shippingAddress", "Beside the address", "Where Stripe asks for an address.", 2)}
    </SettingsForm>
  );
}
