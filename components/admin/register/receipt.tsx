import { Fragment } from "react";
import { Moment } from "@/components/admin/moment";
import type { TillSale } from "@/lib/register/till-view";
import { SumRow, Sums } from "./sums";
import { shown } from "./till";

type Props = {
  sale: TillSale;
  shop: string;
  /** What card networks want on paper, by its EMV name. */
  cards: { id: string; facts: Record<string, string> }[];
};

const emvNames: Readonly<Record<string, string>> = {
  application_preferred_name: "Application",
  dedicated_file_name: "AID",
  authorization_code: "Authorization",
  authorization_response_code: "Response",
  cardholder_verification_method: "Verified by",
  terminal_verification_results: "TVR",
};

/** 72 mm of print on paper of 80 mm, in one ink. */
export function Receipt({ sale, shop, cards }: Props) {
  const { lines, sums, payments, currency, totalMinor } = sale;
  const money = (minor: number) => shown(minor, currency);
  const paid = payments.filter(({ state }) => state === "paid");
  return (
    <article className="receipt w-[72mm] bg-[#fff] px-2 py-4 font-mono text-[11px] leading-snug text-[#000]">
      <style>{`@media print { @page { size: 80mm auto; margin: 3mm 4mm; } body { background: #fff; } .receipt { padding: 0; } }`}</style>
      <header className="text-center">
        <h1 className="text-base tracking-normal">{shop}</h1>
        <p>{sale.number === null ? "Not paid yet" : `Receipt ${sale.number}`}</p>
        <p>
          <Moment at={new Date(sale.createdAt)} />
        </p>
      </header>
      <Lines lines={lines} money={money} />
      <Sums sums={sums} className="mt-1 border-t border-dashed border-current pt-1" />
      <dl className="mt-1 border-t border-dashed border-current pt-1">
        <SumRow label="Total" value={money(totalMinor)} className="text-sm font-bold" />
        {paid.map(({ id, label, amountMinor, refundedMinor }) => (
          <Fragment key={id}>
            <SumRow label={label} value={money(amountMinor)} />
            {refundedMinor > 0 && <SumRow label="Given back" value={`−${money(refundedMinor)}`} />}
          </Fragment>
        ))}
      </dl>
      {cards.map(({ id, facts }) => (
        <CardFacts key={id} facts={facts} />
      ))}
      <p className="mt-3 border-t border-dashed border-current pt-2 text-center">
        Thank you. Keep this for returns.
      </p>
    </article>
  );
}

function CardFacts({ facts }: { facts: Record<string, string> }) {
  return (
    <dl className="mt-2 border-t border-dashed border-current pt-1 text-[9px]">
      {Object.entries(emvNames).map(([name, label]) =>
        facts[name] ? <SumRow key={name} label={label} value={facts[name]} /> : null,
      )}
    </dl>
  );
}

type LinesProps = Pick<TillSale, "lines"> & { money: (minor: number) => string };

function Lines({ lines, money }: LinesProps) {
  return (
    <table className="mt-3 w-full border-t border-dashed border-current">
      <tbody>
        {lines.map((line, i) => (
          <tr key={`${i}:${line.title}`} className="align-top">
            <td className="py-0.5 pr-2">
              {line.quantity} × {line.title}
              {line.variantTitle && `, ${line.variantTitle}`}
            </td>
            <td className="py-0.5 text-right whitespace-nowrap">{money(line.valueMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
