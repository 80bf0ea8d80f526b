import type { Control } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { Currency } from "@/lib/money/currency";
import { money, toMajor } from "@/lib/money/money";

type Props = Control & {
  currency: Currency;
  /** What counts while nothing is typed. */
  otherwiseMinor: number;
  typed: string;
  setTyped: (typed: string) => void;
};

export function MoneyInput({ currency, otherwiseMinor, typed, setTyped, ...control }: Props) {
  return (
    <Input
      {...control}
      value={typed}
      placeholder={toMajor(money(otherwiseMinor, currency))}
      inputMode="decimal"
      autoComplete="off"
      className="tabular-nums"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
