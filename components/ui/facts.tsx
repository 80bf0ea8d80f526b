import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = { items: { label: ReactNode; value: ReactNode }[]; className?: string };

/** Labels with their values, in two columns where there is room. */
export function Facts({ items, className }: Props) {
  return (
    <dl className={cx("divide-y divide-line border-y border-line", className)}>
      {items.map(({ label, value }, i) => (
        // Labels can be any node and the list never reorders, so the position is the identity.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[8rem_1fr]">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
