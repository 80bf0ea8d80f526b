import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx("target flex cursor-pointer items-start gap-3 py-2.5", className)}>
      <input type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" {...rest} />
      <span>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}

type RadioCardProps = Omit<ComponentProps<"input">, "type" | "title"> & {
  title: ReactNode;
  hint?: ReactNode;
  /** At the right edge: a price, a mark. */
  aside?: ReactNode;
};

/** One of several, as a card that can be hit anywhere. Goes inside a `ChoiceGroup`. */
export function RadioCard({ title, hint, aside, className, ...rest }: RadioCardProps) {
  return (
    <label
      className={cx(
        "flex min-h-14 cursor-pointer items-center gap-3.5 rounded-md border border-line-strong bg-surface px-4 py-3",
        "hover:border-ink has-checked:border-ink has-checked:ring-1 has-checked:ring-ink",
        "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
        "has-disabled:cursor-not-allowed has-disabled:opacity-60",
        className,
      )}
    >
      <input type="radio" className="size-5 shrink-0 accent-accent outline-none" {...rest} />
      <span className="min-w-0 flex-1">
        <span className="block leading-snug font-semibold">{title}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      {aside && <span className="font-semibold tabular-nums">{aside}</span>}
    </label>
  );
}

type GroupProps = {
  legend: ReactNode;
  hideLegend?: boolean;
  className?: string;
  children: ReactNode;
};

export function ChoiceGroup({ legend, hideLegend, className, children }: GroupProps) {
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-2 text-sm font-semibold"}>{legend}</legend>
      <div className="flex flex-col gap-2.5">{children}</div>
    </fieldset>
  );
}
