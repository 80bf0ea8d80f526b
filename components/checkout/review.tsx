import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Row = { label: string; value: ReactNode; change?: { href: string; label: string } };

type Props = {
  rows: Row[];
  /** "Change", in the shopper's language. */
  change: string;
  /** Below them: what is changed in its place. */
  children?: ReactNode;
};

/** Label, value and the way to change it: below each other on phones, in columns from there on. */
export const reviewRow =
  "grid grid-cols-[1fr_auto] items-center gap-x-4 py-2 sm:grid-cols-[6rem_1fr_auto]";

/** What was said in the steps before, each with the way to change it. */
export function Review({ rows, change: word, children }: Props) {
  return (
    <div className="mb-8 rounded-lg border border-line bg-surface px-4 sm:px-5">
      <dl className="divide-y divide-line">
        {rows.map(({ label, value, change }) => (
          <div key={label} className={reviewRow}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="col-start-1 row-start-2 min-w-0 sm:col-start-2 sm:row-start-1">
              {value}
            </dd>
            {change && (
              <dd className="row-span-2 sm:row-span-1">
                <Link
                  href={change.href}
                  aria-label={change.label}
                  className="target inline-flex items-center justify-end text-sm underline underline-offset-4"
                >
                  {word}
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
