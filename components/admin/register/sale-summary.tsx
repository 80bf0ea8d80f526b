import { Badge, type Tone } from "@/components/ui/badge";
import type { TillPayment, TillSale } from "@/lib/register/till-view";
import { Sums } from "./sums";
import { shown } from "./till";

const states: Record<TillPayment["state"], { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "info" },
  checking: { label: "Being checked", tone: "warn" },
  held: { label: "Held", tone: "info" },
  paid: { label: "Paid", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  closed: { label: "Cancelled", tone: "neutral" },
};

/** What is sold in this sale, and what has been paid of it. */
export function SaleSummary({ sale }: { sale: TillSale }) {
  const { lines, sums, payments, totalMinor, currency, customer } = sale;
  const money = (minor: number) => shown(minor, currency);
  return (
    <section aria-label="Sale" className="rounded-lg border border-line bg-surface p-4 text-sm">
      {customer.email && <p className="mb-3 truncate text-muted">For {customer.email}</p>}
      <ul className="flex flex-col gap-1.5 tabular-nums">
        {lines.map((line, i) => (
          <li key={`${i}:${line.title}`} className="flex justify-between gap-3">
            <span className="min-w-0">
              {line.quantity > 1 && `${line.quantity} × `}
              {line.title} <span className="text-muted">{line.variantTitle}</span>
            </span>
            <span>{money(line.valueMinor)}</span>
          </li>
        ))}
      </ul>
      <Sums sums={sums} className="mt-3 border-t border-line pt-3 text-muted" />
      <p className="mt-3 flex justify-between border-t border-line pt-3 text-base font-bold tabular-nums">
        <span>Total</span>
        <span>{money(totalMinor)}</span>
      </p>
      {payments.length > 0 && <Payments payments={payments} money={money} />}
    </section>
  );
}

type PaymentsProps = { payments: TillPayment[]; money: (minor: number) => string };

function Payments({ payments, money }: PaymentsProps) {
  return (
    <ul className="mt-3 flex flex-col gap-2 border-t border-line pt-3">
      {payments.map(({ id, label, state, amountMinor, refundedMinor }) => (
        <li key={id} className="flex items-center justify-between gap-3">
          <span className="min-w-0">
            <span className="block truncate font-semibold">{label}</span>
            <span className="text-muted tabular-nums">
              {money(amountMinor)}
              {refundedMinor > 0 && `, ${money(refundedMinor)} given back`}
            </span>
          </span>
          <Badge tone={states[state].tone}>{states[state].label}</Badge>
        </li>
      ))}
    </ul>
  );
}
