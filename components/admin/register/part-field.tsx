import { Field } from "@/components/ui/field";
import { MoneyInput } from "./money-input";
import { shown, type Till } from "./till";

type Props = {
  till: Till;
  leftMinor: number;
  typed: string;
  setTyped: (typed: string) => void;
  isRight: boolean;
};

/** How much of a sale is paid now. Left empty: all of it. */
export function PartField({ till, leftMinor, typed, setTyped, isRight }: Props) {
  const left = shown(leftMinor, till.currency);
  return (
    <Field
      name="part"
      label="Amount"
      hint={`${left} is left. Less splits the sale.`}
      error={isRight ? undefined : `Up to ${left}.`}
      className="mb-4 max-w-60"
    >
      {(control) => (
        <MoneyInput
          {...control}
          currency={till.currency}
          otherwiseMinor={leftMinor}
          typed={typed}
          setTyped={setTyped}
        />
      )}
    </Field>
  );
}
