"use client";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/inputs";
import type { FormState } from "@/lib/http/form";
import { AmountField } from "./amount-field";
import { errorOf, typedOf } from "./form-message";
import { OperationDialog } from "./operation-dialog";
import { hiddenFields, type One } from "./operation-payment";

const reasons = {
  requested_by_customer: "Requested by the customer",
  duplicate: "Duplicate",
  fraudulent: "Fraudulent",
  other: "Another reason",
};

export function Refund({
  payment,
  action,
  mechanism,
}: One & { mechanism: "automatic" | "manual" }) {
  const { isOffline, refundable, canRefundPart, currency, id } = payment;
  const isManual = mechanism === "manual";
  const isAvailable = refundable.minor > 0 && (isManual || !isOffline);
  const words = isManual
    ? {
        opener: "Mark as refunded",
        title: "Mark as refunded",
        lead: "For money that you returned outside of the store: nothing is sent to the gateway.",
        submit: "Mark as refunded",
        pending: "Writing it down…",
      }
    : {
        opener: "Refund",
        title: "Refund the payment",
        lead: "Goes back to the way it was paid. The customer gets a mail.",
        submit: "Refund",
        pending: "Refunding…",
      };
  const fields = (state: FormState) => (
    <>
      <AmountField
        state={state}
        id={`${mechanism}-refund-${id}`}
        currency={currency}
        left={refundable}
        leftLabel="can be refunded."
        isFixed={!canRefundPart && !isManual}
      />
      <ReasonFields state={state} id={`${mechanism}-${id}`} />
    </>
  );
  return (
    <OperationDialog
      {...words}
      openerLook={{ variant: isManual ? "quiet" : "secondary" }}
      isAvailable={isAvailable}
      hidden={{ ...hiddenFields(payment, `refund-${mechanism}`), mechanism }}
      action={action}
      fields={fields}
    />
  );
}

function ReasonFields({ state, id }: { state: FormState; id: string }) {
  return (
    <>
      <Field name="reason" id={`reason-${id}`} label="Reason" error={errorOf(state, "reason")}>
        {(control) => (
          <Select {...control} defaultValue={typedOf(state, "reason", "requested_by_customer")}>
            {Object.entries(reasons).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="note"
        id={`note-${id}`}
        label="Note"
        optionalLabel="optional"
        error={errorOf(state, "note")}
      >
        {(control) => (
          <Textarea {...control} rows={2} maxLength={500} defaultValue={typedOf(state, "note")} />
        )}
      </Field>
    </>
  );
}
