import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon, type IconName } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";

export type StatusTone = "good" | "warn" | "bad" | "info";

type Props = {
  tone: StatusTone;
  icon: IconName | "spinner";
  /** Above the title: the order's number. */
  eyebrow: string | null;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
};

const tones = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
} as const satisfies Record<StatusTone, string>;

/** The first thing on an order's page: what has become of it, read out when it changes. */
export function OrderStatus({ tone, icon, eyebrow, title, children, actions }: Props) {
  return (
    <section
      aria-live="polite"
      aria-atomic
      className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-6 sm:flex-row sm:p-8 print:border-0 print:p-0"
    >
      <span
        className={cx(
          "inline-flex size-14 shrink-0 items-center justify-center rounded-full print:hidden",
          tones[tone],
        )}
      >
        {icon === "spinner" ? (
          <Spinner className="size-7" />
        ) : (
          <Icon name={icon} className="size-7" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        {eyebrow && <p className="eyebrow text-muted">{eyebrow}</p>}
        <h1 className="text-2xl">{title}</h1>
        <div className="mt-2 max-w-prose">{children}</div>
        {actions && <div className="mt-5 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </section>
  );
}
