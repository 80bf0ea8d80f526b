import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

type Props = {
  /** What is chosen now, as it is read out: "Currency: EUR". */
  label: string;
  /** What stands on the button. */
  shown: string;
  action: string;
  name: string;
  current: string;
  choices: readonly { value: string; label: string; lang?: string }[];
};

/** A plain form that leads back to the page that it was sent from. */
export function ChoiceMenu({ label, shown, action, name, current, choices }: Props) {
  return (
    <details className="group relative [&[open]>summary_svg]:rotate-180">
      <summary
        aria-label={label}
        className={cx(
          buttonClass({ variant: "quiet", size: "small" }),
          "list-none [&::-webkit-details-marker]:hidden",
        )}
      >
        {shown}
        <Icon name="chevronDown" className="size-4" />
      </summary>
      <form
        action={action}
        method="post"
        className="absolute right-0 z-40 mt-1 flex w-52 flex-col rounded-md border border-line bg-surface p-1 shadow-floating"
      >
        {choices.map((choice) => (
          <button
            key={choice.value}
            name={name}
            value={choice.value}
            lang={choice.lang}
            aria-current={choice.value === current ? "true" : undefined}
            className="target flex items-center justify-between rounded-sm px-3 text-left hover:bg-sunken aria-current:font-semibold"
          >
            {choice.label}
            {choice.value === current && <Icon name="check" />}
          </button>
        ))}
      </form>
    </details>
  );
}
