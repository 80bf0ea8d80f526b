import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Tone } from "./badge";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  time?: { iso: string; label: string };
  tone?: Tone;
  children?: ReactNode;
};

const dots: Record<Tone, string> = {
  neutral: "border-line-strong bg-surface",
  good: "border-good bg-good",
  warn: "border-warn bg-warn",
  bad: "border-bad bg-bad",
  info: "border-info bg-info",
  accent: "border-accent bg-accent",
};

/** What happened, one thing below the other, joined by a line. */
export function Timeline({ label, items }: { label: string; items: TimelineItem[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map(({ id, title, time, tone = "neutral", children }) => (
        <li key={id} className="group relative flex gap-4 pb-5 last:pb-0">
          <span
            aria-hidden
            className="absolute top-3 bottom-[-0.4rem] left-[0.4375rem] w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden
            className={cx("relative mt-1.5 size-4 shrink-0 rounded-full border-2", dots[tone])}
          />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="font-semibold">{title}</p>
              {time && (
                <time dateTime={time.iso} className="text-sm text-muted">
                  {time.label}
                </time>
              )}
            </div>
            {children && <div className="text-sm text-muted">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
