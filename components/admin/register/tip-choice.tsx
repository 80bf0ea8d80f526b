import { Button } from "@/components/ui/button";
import { tipOf } from "@/lib/register/price-sale";
import { shown, type Till } from "./till";

type Props = {
  till: Till;
  ofMinor: number;
  /** Zero: none. */
  percent: number;
  choose: (percent: number) => void;
};

/** Turned towards the shopper: a tip in percent of the basket, or none. */
export function TipChoice({ till, ofMinor, percent: chosen, choose }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">Tip</legend>
      <div className="grid grid-cols-4 gap-2">
        <Button
          variant={chosen === 0 ? "solid" : "secondary"}
          size="small"
          aria-pressed={chosen === 0}
          onClick={() => choose(0)}
        >
          None
        </Button>
        {till.tips.percents.map((percent) => (
          <Button
            key={percent}
            variant={chosen === percent ? "solid" : "secondary"}
            size="small"
            aria-pressed={chosen === percent}
            className="flex-col gap-0 py-1.5"
            onClick={() => choose(percent)}
          >
            {percent} %
            <span className="text-xs font-normal tabular-nums">
              {shown(tipOf(ofMinor, percent, till.currency), till.currency)}
            </span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
