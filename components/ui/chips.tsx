import type { ReactNode } from "react";
import { cx } from "./cx";
import { Link } from "./link";

export type Chip = { href: string; label: ReactNode; current: boolean; count?: number };

type Props = { label: string; chips: Chip[]; className?: string };

/** Filters that are addresses: they can be shared, opened in a tab, and used without JavaScript. */
export function Chips({ label, chips, className }: Props) {
  return (
    <nav
      aria-label={label}
      className={cx("-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0", className)}
    >
      <ul className="flex gap-2 sm:flex-wrap">
        {chips.map(({ href, label: text, current, count }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className={cx(
                "target inline-flex items-center gap-2 rounded-full border px-4 text-sm font-semibold whitespace-nowrap",
                current
                  ? "border-solid bg-solid text-on-solid"
                  : "border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken",
              )}
            >
              {text}
              {count !== undefined && <span className="font-normal opacity-75">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
