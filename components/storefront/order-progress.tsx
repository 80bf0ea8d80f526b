import { cx } from "@/components/ui/cx";
import { Icon, type IconName } from "@/components/ui/icon";

export type ProgressStep = {
  id: string;
  title: string;
  /** "Friday, 3 May" */
  note?: string;
  state: "done" | "current" | "waiting" | "failed";
};

const looks: Record<ProgressStep["state"], { icon: IconName | null; dot: string; words: string }> =
  {
    done: { icon: "check", dot: "border-good bg-good text-surface", words: "done" },
    current: { icon: null, dot: "border-accent bg-surface ring-4 ring-accent-soft", words: "now" },
    waiting: { icon: null, dot: "border-line-strong bg-surface", words: "to come" },
    failed: { icon: "close", dot: "border-bad bg-bad text-surface", words: "failed" },
  };

/** How far an order has come: four or five steps, side by side where there is room. */
export function OrderProgress({ label, steps }: { label: string; steps: ProgressStep[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-4 sm:flex-row sm:gap-0">
      {steps.map(({ id, title, note, state }, i) => {
        const { icon, dot, words } = looks[state];
        const isLast = i === steps.length - 1;
        return (
          <li
            key={id}
            aria-current={state === "current" ? "step" : undefined}
            className="relative flex flex-1 items-start gap-3 sm:flex-col"
          >
            {!isLast && (
              <span
                aria-hidden
                className={cx(
                  "absolute top-8 bottom-[-1rem] left-[0.9rem] w-0.5 sm:top-[0.9rem] sm:right-0 sm:bottom-auto sm:left-8 sm:h-0.5 sm:w-auto",
                  state === "done" ? "bg-good" : "bg-line",
                )}
              />
            )}
            <span
              aria-hidden
              className={cx(
                "relative flex size-7.5 shrink-0 items-center justify-center rounded-full border-2",
                dot,
              )}
            >
              {icon && <Icon name={icon} className="size-4" />}
            </span>
            <span>
              <span
                className={cx(
                  "block leading-snug",
                  state === "waiting" ? "text-muted" : "font-semibold",
                )}
              >
                {title}
                <span className="sr-only"> ({words})</span>
              </span>
              {note && <span className="text-sm text-muted">{note}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
