import type { ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  neutral: "bg-sunken text-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
  accent: "bg-accent text-on-accent",
} as const;

export type Tone = keyof typeof tones;

type Props = { tone?: Tone; className?: string; children: ReactNode };

export function Badge({ tone = "neutral", className, children }: Props) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A state, with a dot so that it does not depend on telling colours apart from their text alone. */
export function StatusBadge({ tone = "neutral", children }: Props) {
  return (
    <Badge tone={tone}>
      <span
        aria-hidden
        className={cx(
          "size-2 rounded-full border-2 border-current",
          tone !== "neutral" && "bg-current",
        )}
      />
      {children}
    </Badge>
  );
}
