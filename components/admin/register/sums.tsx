import { cx } from "@/components/ui/cx";
import type { TillSale } from "@/lib/register/till-view";

/** What a sale's total is made of, in finished words. Nothing, where it is the goods alone. */
export function Sums({ sums, className }: Pick<TillSale, "sums"> & { className?: string }) {
  if (sums.length === 0) return null;
  return (
    <dl className={cx("tabular-nums", className)}>
      {sums.map(({ label, value }) => (
        <SumRow key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

type RowProps = { label: string; value: string; className?: string };

export function SumRow({ label, value, className }: RowProps) {
  return (
    <div className={cx("flex justify-between gap-3", className)}>
      <dt>{label}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}
