import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { FormState } from "@/lib/http/form";
import type { Currency } from "@/lib/money/currency";
import { formatMoney, money, toMajor } from "@/lib/money/money";
import { errorOf, typedOf } from "./form-message";

type Props = {
  state: FormState;
  /** Unique in the page. */
  id: string;
  currency: Currency;
  leftMinor: number;
  /** "left to refund" */
  leftLabel: string;
  isFixed?: boolean;
};

/** Starts with all that is left. Where the gateway cannot do a part, it stays so. */
export function AmountField({ state, id, currency, leftMinor, leftLabel, isFixed }: Props) {
  const left = money(leftMinor, currency);
  return (
    <Field
      name="amount"
      id={id}
      label={`Amount in ${currency}`}
      hint={`${formatMoney(left, "en-US")} ${leftLabel}`}
      error={errorOf(state, "amount")}
      required
    >
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          readOnly={isFixed}
          defaultValue={typedOf(state, "amount", toMajor(left))}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
