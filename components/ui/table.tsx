import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  /** Says what the table lists; hidden from sight, read out first. */
  caption: string;
  /** `<Th>` cells. */
  head: ReactNode;
  /** `<Tr>` rows. */
  children: ReactNode;
  className?: string;
};

/** Scrolls sideways inside itself where it does not fit, so that the page never does. */
export function Table({ caption, head, children, className }: Props) {
  return (
    <section
      aria-label={caption}
      // A keyboard has to reach what scrolls.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cx("overflow-x-auto rounded-lg border border-line bg-surface", className)}
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken text-muted">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

type CellProps = { numeric?: boolean };

export function Th({ numeric, className, ...rest }: CellProps & ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cx(
        "px-4 py-2.5 text-xs font-semibold whitespace-nowrap",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cx("hover:bg-paper", className)} {...rest} />;
}

export function Td({ numeric, className, ...rest }: CellProps & ComponentProps<"td">) {
  return (
    <td
      className={cx("px-4 py-3 align-middle", numeric && "text-right tabular-nums", className)}
      {...rest}
    />
  );
}
