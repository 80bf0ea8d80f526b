import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { FormState } from "@/lib/http/form";
import type { AmountLeft } from "./amount-left";
import { errorOf, typedOf } from "./form-message";

type Props = {
  state: FormState;
  /** Unique in the page. */
  id: string;
  currency: string;
  left: AmountLeft;
  /** "left to refund" */
  leftLabel: string;
  isFixed?: boolean;
};

/** Starts with all that is left. Where the gateway cannot do a part, it stays so. */
export function AmountField({ state, id, currency, left, leftLabel, isFixed }: Props) {
  return (
    <Field
      name="amount"
      id={id}
      label={`Amount in ${currency}`}
      hint={`${left.shown} ${leftLabel}`}
      error={errorOf(state, "amount")}
      required
    >
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          readOnly={isFixed}
          defaultValue={typedOf(state, "amount", left.typed)}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
