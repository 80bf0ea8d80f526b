import { Img } from "@/components/ui/img";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/skeleton";

export type SummaryLine = {
  id: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  /** Formatted. */
  total: string;
};

export type SummaryRow = { label: ReactNode; value: ReactNode; tone?: "good" | "muted" };

/** Amounts come formatted, so that this can stand in a client component too. */
export function SummaryLines({ lines, label }: { lines: SummaryLine[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-4">
      {lines.map(({ id, title, variantTitle, imageUrl, quantity, total }) => (
        <li key={id} className="flex items-center gap-4">
          <span className="relative shrink-0">
            {imageUrl && (
              <Img
                src={imageUrl}
                alt=""
                width={800}
                height={1000}
                className="h-20 w-16 rounded-md object-cover"
              />
            )}
            <span
              aria-hidden
              className="absolute -top-2 -right-2 min-w-6 rounded-full bg-solid px-1.5 text-center text-xs leading-6 font-bold text-on-solid tabular-nums"
            >
              {quantity}
            </span>
          </span>
          <span className="min-w-0 flex-1">
            <span className="block leading-snug font-semibold">
              <span className="sr-only">{quantity} × </span>
              {title}
            </span>
            {variantTitle && <span className="text-sm text-muted">{variantTitle}</span>}
          </span>
          <span className="font-semibold tabular-nums">{total}</span>
        </li>
      ))}
    </ul>
  );
}

type TotalsProps = {
  rows: SummaryRow[];
  total: { label: ReactNode; value: ReactNode; note?: ReactNode };
};

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

export function SummarySkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
      <Skeleton className="h-28" />
    </div>
  );
}
