import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

const looks: Record<AlertTone, { icon: IconName; className: string }> = {
  info: { icon: "info", className: "border-info bg-info-soft text-info" },
  good: { icon: "checkCircle", className: "border-good bg-good-soft text-good" },
  warn: { icon: "alert", className: "border-warn bg-warn-soft text-warn" },
  bad: { icon: "alert", className: "border-bad bg-bad-soft text-bad" },
};

export type AlertTone = "info" | "good" | "warn" | "bad";

type Props = {
  tone?: AlertTone;
  title?: ReactNode;
  /** "alert" interrupts a screen reader, "status" waits; left out: part of the page. */
  role?: "alert" | "status";
  id?: string;
  className?: string;
  children?: ReactNode;
};

export function Alert({ tone = "info", title, role, id, className, children }: Props) {
  const look = looks[tone];
  return (
    <div
      role={role}
      id={id}
      className={cx("flex gap-3 rounded-md border-l-4 px-4 py-3", look.className, className)}
    >
      <Icon name={look.icon} className="mt-0.5" />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
