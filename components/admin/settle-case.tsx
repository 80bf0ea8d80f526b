"use client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/inputs";
import type { FormAction, FormState } from "@/lib/http/form";
import { errorOf, typedOf } from "./form-message";
import { OperationDialog } from "./operation-dialog";

type Props = { caseId: string; isOpen: boolean; action: FormAction };

export function SettleCase({ caseId, isOpen, action }: Props) {
  const fields = (state: FormState) => (
    <Field
      name="resolution"
      id={`resolution-${caseId}`}
      label="What was done"
      error={errorOf(state, "resolution")}
      required
    >
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          maxLength={500}
          defaultValue={typedOf(state, "resolution")}
        />
      )}
    </Field>
  );
  return (
    <OperationDialog
      opener="Settle"
      openerLook={{ variant: "secondary" }}
      isAvailable={isOpen}
      title="Settle the case"
      lead="It stays on record, with your words."
      submit="Settle it"
      pending="Settling…"
      hidden={{ caseId }}
      action={action}
      fields={fields}
    />
  );
}
