import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type SummaryRow = { label: ReactNode; value: ReactNode; tone?: "good" | "muted" };

type TotalsProps = {
  rows: SummaryRow[];
  total: { label: ReactNode; value: ReactNode; note?: ReactNode };
};

/** Amounts come formatted, so that this can stand in a client component too. */
export function SummaryTotals({ rows, total }: TotalsProps) {
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(({ label, value, tone }, i) => (
        // A row's label can be any node, and rows never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div
          key={i}
          className={cx(
            "flex justify-between gap-4",
            tone === "good" && "text-good",
            tone === "muted" && "text-muted",
          )}
        >
          <dt>{label}</dt>
          <dd className="text-right tabular-nums">{value}</dd>
        </div>
      ))}
      <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-4">
        <dt className="text-lg font-semibold">
          {total.label}
          {total.note && <span className="block text-sm font-normal text-muted">{total.note}</span>}
        </dt>
        <dd className="text-xl font-bold tabular-nums">{total.value}</dd>
      </div>
    </dl>
  );
}
