"use client";
import { useActionState } from "react";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/inputs";
import type { FormAction } from "@/lib/http/form";
import { errorOf, typedOf } from "./form-message";
import { SaveRow } from "./save-row";

type Props = {
  product: {
    id: string;
    title: string;
    subtitle: string;
    description: string;
    status: "draft" | "live";
    captureLater: boolean;
  };
  action: FormAction;
};

export function ProductForm({ product, action }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const typed = (name: "title" | "subtitle" | "description" | "status") =>
    typedOf(state, name, product[name]);
  return (
    <form action={submit} aria-label="Product" className="flex flex-col gap-4">
      <input type="hidden" name="productId" value={product.id} />
      <Field name="title" label="Title" error={errorOf(state, "title")} required>
        {(control) => <Input {...control} defaultValue={typed("title")} />}
      </Field>
      <Field name="subtitle" label="Subtitle" error={errorOf(state, "subtitle")}>
        {(control) => <Input {...control} defaultValue={typed("subtitle")} />}
      </Field>
      <Field
        name="description"
        label="Description"
        hint="An empty line begins a new paragraph."
        error={errorOf(state, "description")}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            defaultValue={typed("description")}
            className="field-sizing-content max-h-[60vh] min-h-52"
          />
        )}
      </Field>
      <Field name="status" label="Visible in the shop" error={errorOf(state, "status")}>
        {(control) => (
          <Select key={product.status} {...control} defaultValue={typed("status")}>
            <option value="live">Yes, for sale</option>
            <option value="draft">No, a draft</option>
          </Select>
        )}
      </Field>
      <Checkbox
        // What was saved is what the box shows: a form is emptied after it was sent.
        key={String(product.captureLater)}
        name="captureLater"
        defaultChecked={product.captureLater}
        label="Made to order: hold the payment, capture it later"
        hint="An order with it is only authorized, whatever the store's setting says."
        className="-my-2"
      />
      <SaveRow state={state} />
    </form>
  );
}
