import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

const box =
  "w-full rounded-md border border-line-strong bg-surface text-ink placeholder:text-muted " +
  "hover:border-ink aria-invalid:border-2 aria-invalid:border-bad " +
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted";

/* Sixteen pixels at least: below that a phone zooms in when the field takes focus. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cx(box, "min-h-12 px-3.5 text-base", className)} {...rest} />;
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cx(box, "px-3.5 py-3 text-base", className)} {...rest} />;
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cx("relative block", className)}>
      <select className={cx(box, "min-h-12 appearance-none pr-10 pl-3.5 text-base")} {...rest}>
        {children}
      </select>
      <Icon
        name="chevronDown"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
