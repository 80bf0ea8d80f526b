import { Icon } from "@/components/ui/icon";
import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { LineList, type SummaryLine } from "./line-list";

export type SummaryTotals = {
  currency: Currency;
  subtotalMinor: number;
  discountMinor: number;
  /** Null: it depends on what the shopper has still to say. */
  shippingMinor: number | null;
  shippingName: string | null;
  taxMinor: number;
  totalMinor: number;
};

type Props = { lines: SummaryLine[]; totals: SummaryTotals; locale: string };

/**
 * The order beside the steps. On a phone it folds into one line with the total at the top of the page;
 * a checkbox and not a script folds it, and from the middle width on it is always open.
 */
export function Summary({ lines, totals, locale }: Props) {
  const { currency, totalMinor } = totals;
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <aside
      aria-label="Order summary"
      className="border-y border-line bg-surface lg:sticky lg:top-6 lg:rounded-lg lg:border"
    >
      <details className="group lg:hidden">
        <summary className="page flex min-h-14 items-center gap-3 py-3 [&::-webkit-details-marker]:hidden">
          <Icon name="bag" className="text-muted" />
          <span className="flex-1">
            <span className="group-open:hidden">Show order summary</span>
            <span className="hidden group-open:inline">Hide order summary</span>
            <span className="text-muted"> ({count})</span>
          </span>
          <span className="text-lg font-semibold tabular-nums">
            {formatMoney(money(totalMinor, currency), locale)}
          </span>
          <Icon name="chevronDown" className="transition-transform group-open:rotate-180" />
        </summary>
        <div className="page pb-6">
          <SummaryBody {...{ lines, totals, locale }} />
        </div>
      </details>
      <div className="hidden p-6 lg:block">
        <h2 className="mb-5 text-lg">Your order</h2>
        <SummaryBody {...{ lines, totals, locale }} />
      </div>
    </aside>
  );
}

function SummaryBody({ lines, totals, locale }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <LineList lines={lines} currency={totals.currency} locale={locale} />
      <TotalsList totals={totals} locale={locale} />
    </div>
  );
}

/** Every sum that makes up the total, so that nothing in it is a surprise. */
export function TotalsList({ totals, locale }: Pick<Props, "totals" | "locale">) {
  const { currency, shippingMinor, shippingName, discountMinor, taxMinor } = totals;
  const amount = (minor: number) => formatMoney(money(minor, currency), locale);
  const shipping =
    shippingMinor === 0 ? "Free" : shippingMinor === null ? "—" : amount(shippingMinor);
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 border-t border-line pt-5 tabular-nums">
      <Row label="Goods" value={amount(totals.subtotalMinor)} />
      {discountMinor > 0 && <Row label="Discount" value={`−${amount(discountMinor)}`} />}
      <Row
        label={
          <>
            Shipping
            {shippingName && <span className="text-muted"> · {shippingName}</span>}
            {shippingMinor === null && (
              <span className="text-muted"> · chosen in the next step</span>
            )}
          </>
        }
        value={shipping}
      />
      {taxMinor > 0 && <Row label="Tax" value={amount(taxMinor)} />}
      <div className="col-span-2 mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-4">
        <dt className="text-lg font-semibold">
          {shippingMinor === null ? "Total so far" : "Total"}{" "}
          <span className="text-sm font-normal text-muted">{currency}</span>
        </dt>
        <dd className="text-xl font-semibold">{amount(totals.totalMinor)}</dd>
      </div>
    </dl>
  );
}

function Row({ label, value }: { label: React.ReactNode; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="text-right">{value}</dd>
    </>
  );
}
