"use client";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import type { FormAction, FormState } from "@/lib/http/form";
import { AmountField } from "./amount-field";
import type { AmountLeft } from "./amount-left";
import { errorOf, typedOf } from "./form-message";
import { OperationDialog } from "./operation-dialog";

type Props = {
  orderId: string;
  currency: string;
  payable: AmountLeft;
  /** Grows with every payment, so that two tabs record one payment and not two. */
  version: number;
  action: FormAction;
};

/** For bank transfers, cash and the like: the manual gateway. */
export function RecordPayment({ orderId, currency, payable, version, action }: Props) {
  const fields = (state: FormState) => (
    <>
      <AmountField
        state={state}
        id="record-amount"
        currency={currency}
        left={payable}
        leftLabel="is to pay."
      />
      <Field name="method" id="record-method" label="The money" error={errorOf(state, "method")}>
        {(control) => (
          <Select {...control} defaultValue={typedOf(state, "method", "purchase")}>
            <option value="purchase">is here</option>
            <option value="authorize">is expected, such as a bank transfer</option>
          </Select>
        )}
      </Field>
      <Field
        name="reference"
        id="record-reference"
        label="Reference"
        optionalLabel="optional"
        error={errorOf(state, "reference")}
      >
        {(control) => (
          <Input {...control} maxLength={120} defaultValue={typedOf(state, "reference")} />
        )}
      </Field>
    </>
  );
  return (
    <OperationDialog
      opener="Record a payment"
      openerLook={{ variant: "secondary" }}
      isAvailable={payable.minor > 0}
      title="Record a payment"
      lead="For money that does not come through a gateway."
      submit="Record it"
      pending="Recording…"
      hidden={{ orderId, currency, idempotencyKey: `admin:record:${orderId}:${version}` }}
      action={action}
      fields={fields}
    />
  );
}
