import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { cx } from "@/components/ui/cx";
import type { Step } from "@/lib/checkout/steps";

/** `label` names the list of steps to those who cannot see it. */
export type StepWords = Readonly<Record<Step | "label", string>>;

const paths: [Step, string][] = [
  ["details", "/checkout"],
  ["shipping", "/checkout/shipping"],
  ["payment", "/checkout/payment"],
];

/** Where the shopper is. Steps that are done are links back to them. */
export function StepNav({ current, words }: { current: Step; words: StepWords }) {
  const at = paths.findIndex(([step]) => step === current);
  return (
    <nav aria-label={words.label}>
      <ol className="-ml-1 flex flex-wrap items-center gap-x-0.5 text-sm min-[23rem]:gap-x-1 sm:gap-x-2">
        {paths.map(([step, href], i) => (
          <li key={step} className="flex items-center gap-0.5 min-[23rem]:gap-1 sm:gap-2">
            {i > 0 && <Icon name="chevronRight" className="size-4 text-muted" />}
            <StepLabel
              label={words[step]}
              href={href}
              state={i < at ? "done" : i === at ? "here" : "later"}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type LabelProps = { label: string; href: string; state: "done" | "here" | "later" };

function StepLabel({ label, href, state }: LabelProps) {
  const look =
    "inline-flex min-h-11 items-center gap-1 px-0.5 min-[23rem]:gap-1.5 min-[23rem]:px-1";
  if (state === "done") {
    return (
      <Link href={href} className={cx(look, "text-muted underline-offset-4 hover:underline")}>
        <Icon name="check" className="size-4 text-good" />
        {label}
      </Link>
    );
  }
  return (
    <span
      aria-current={state === "here" ? "step" : undefined}
      className={cx(look, state === "here" ? "font-semibold text-ink" : "text-muted")}
    >
      {label}
    </span>
  );
}
