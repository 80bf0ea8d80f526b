import { Moment } from "@/components/admin/moment";
import type { TillSale } from "@/lib/register/till-view";
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
  const { lines, payments, currency, discountMinor, subtotalMinor, totalMinor } = sale;
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
      <table className="mt-3 w-full border-t border-dashed border-current">
        <tbody>
          {lines.map((line, i) => (
            <tr key={`${i}:${line.title}`} className="align-top">
              <td className="py-0.5 pr-2">
                {line.quantity} × {line.title}
                {line.variantTitle && `, ${line.variantTitle}`}
              </td>
              <td className="py-0.5 text-right whitespace-nowrap">{money(line.totalMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mt-1 border-t border-dashed border-current pt-1">
        {discountMinor > 0 && (
          <>
            <Row label="Before discount" value={money(subtotalMinor)} />
            <Row label="Discount" value={`−${money(discountMinor)}`} />
          </>
        )}
        <div className="text-sm font-bold">
          <Row label="Total" value={money(totalMinor)} />
        </div>
        {paid.map(({ id, label, amountMinor, refundedMinor }) => (
          <div key={id}>
            <Row label={label} value={money(amountMinor)} />
            {refundedMinor > 0 && <Row label="Given back" value={`−${money(refundedMinor)}`} />}
          </div>
        ))}
      </dl>
      {cards.map(({ id, facts }) => (
        <dl key={id} className="mt-2 border-t border-dashed border-current pt-1 text-[9px]">
          {Object.entries(emvNames).map(([name, label]) =>
            facts[name] ? <Row key={name} label={label} value={facts[name]} /> : null,
          )}
        </dl>
      ))}
      <p className="mt-3 border-t border-dashed border-current pt-2 text-center">
        Thank you. Keep this for returns.
      </p>
    </article>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-3">
      <dt>{label}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}
