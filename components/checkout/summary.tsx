import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { SummaryView } from "@/lib/checkout/summary";
import type { TotalRow, TotalsView } from "@/lib/pricing/totals-view";
import { LineList } from "./line-list";

type Props = SummaryView & {
  /** Below the sums: where codes are entered. */
  children?: ReactNode;
};

/**
 * The order beside the steps. On a phone it folds into one line with the total, which stays at the top of
 * the screen; no script folds it, and from the middle width on it is always open.
 */
export function Summary({ lines, totals, words, children }: Props) {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const body = (
    <SummaryBody lines={lines} totals={totals} words={words}>
      {children}
    </SummaryBody>
  );
  return (
    <aside
      aria-label={words.summary}
      className="border-y border-line bg-surface lg:sticky lg:top-6 lg:rounded-lg lg:border"
    >
      <details className="group lg:hidden">
        <summary className="page flex min-h-14 items-center gap-3 py-3 [&::-webkit-details-marker]:hidden">
          <Icon name="bag" className="text-muted" />
          <span className="flex-1 text-sm">
            <span className="group-open:hidden">{words.show}</span>
            <span className="hidden group-open:inline">{words.hide}</span>
            <span className="text-muted"> ({count})</span>
          </span>
          <span className="text-lg font-semibold tabular-nums">{totals.total.value}</span>
          <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
        </summary>
        {/* Longer than the screen, it scrolls by itself: the page is behind it. */}
        <div className="page max-h-[calc(100dvh-6rem)] overflow-y-auto overscroll-contain pt-2 pb-6">
          {body}
        </div>
      </details>
      <div className="hidden p-6 lg:block">
        <h2 className="mb-5 text-lg">{words.title}</h2>
        {body}
      </div>
    </aside>
  );
}

function SummaryBody({ lines, totals, words, children }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <LineList lines={lines} quantityWord={words.quantity} />
      {children}
      <TotalsList totals={totals} />
    </div>
  );
}

/** Every sum that makes up the total, so that nothing in it is a surprise. */
export function TotalsList({ totals: { rows, total, tender } }: { totals: TotalsView }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 border-t border-line pt-5 tabular-nums">
      {rows.map((row) => (
        <Row key={row.label} {...row} />
      ))}
      <div className="col-span-2 mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-4">
        <dt className="text-lg font-semibold">
          {total.label} <span className="text-sm font-normal text-muted">{total.note}</span>
        </dt>
        <dd className="text-xl font-semibold">{total.value}</dd>
      </div>
      {tender.map((row, at) => (
        <Row key={row.label} {...row} strong={at === tender.length - 1} />
      ))}
    </dl>
  );
}

function Row({ label, note, value, tone, strong }: Omit<TotalRow, "is"> & { strong?: boolean }) {
  const look = cx(
    tone === "muted" && "text-sm text-muted",
    tone === "good" && "text-good",
    strong && "font-semibold",
  );
  return (
    <>
      <dt className={look}>
        {label}
        {note && <span className="text-muted"> · {note}</span>}
      </dt>
      <dd className={cx("text-right", look)}>{value}</dd>
    </>
  );
}
