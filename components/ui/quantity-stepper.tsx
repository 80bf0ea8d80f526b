import { cx } from "./cx";
import { Icon } from "./icon";

type Props = {
  value: number;
  max: number;
  min?: number;
  /** Read out: "Quantity of Quay Mug". */
  label: string;
  words: { fewer: string; more: string };
  id: string;
};

const side =
  "target inline-flex items-center justify-center text-ink hover:bg-sunken disabled:opacity-35";

/**
 * Goes inside a form. Sends `quantity`, and `step` (-1 or 1) when a side button was pressed, so that it
 * works without JavaScript.
 */
export function QuantityStepper({ value, max, min = 1, label, words, id }: Props) {
  return (
    <div className="inline-flex items-stretch overflow-clip rounded-md border border-line-strong bg-surface">
      {/* Enter in the field presses a form's first submit button; it must not be "fewer". */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      <button type="submit" name="step" value="-1" disabled={value <= min} className={side}>
        <Icon name="minus" className="size-4" label={words.fewer} />
      </button>
      <input
        id={id}
        name="quantity"
        aria-label={label}
        key={value}
        defaultValue={value}
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        className={cx(
          "w-11 border-x border-line bg-transparent text-center font-semibold tabular-nums",
        )}
      />
      <button type="submit" name="step" value="1" disabled={value >= max} className={side}>
        <Icon name="plus" className="size-4" label={words.more} />
      </button>
    </div>
  );
}
