import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={cx("rounded-lg border border-line bg-surface p-5 sm:p-6", className)}
      {...rest}
    />
  );
}

type HeaderProps = { title: ReactNode; id?: string; aside?: ReactNode; as?: "h2" | "h3" };

export function CardHeader({ title, id, aside, as: Heading = "h2" }: HeaderProps) {
  return (
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <Heading id={id} className="text-lg">
        {title}
      </Heading>
      {aside}
    </div>
  );
}
