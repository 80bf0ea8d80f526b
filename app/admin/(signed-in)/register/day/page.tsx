import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PrintButton } from "@/components/admin/register/print-button";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { requireMerchant } from "@/lib/auth/merchant";
import { formatMoney, money } from "@/lib/money/money";
import type { RegisterAccount } from "@/lib/register/accounts";
import { dayTotals, type DayTotals, type TenderTotal } from "@/lib/register/totals";
import { readAccount } from "../read-till";
import { RegisterNav } from "../register-nav";

export const metadata: Metadata = { title: "End of day" };

const dayMs = 24 * 60 * 60_000;

/** "2026-11-21": a day from midnight to midnight, UTC. */
function readDay(asked: unknown): { text: string; from: Date; to: Date } {
  const today = new Date().toISOString().slice(0, 10);
  const text = typeof asked === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today;
  const from = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(from.getTime())) return readDay(undefined);
  return { text, from, to: new Date(from.getTime() + dayMs) };
}

export default async function DayPage({ searchParams }: PageProps<"/admin/register/day">) {
  await requireMerchant("/admin/register/day");
  const params = await searchParams;
  const account = await readAccount(params);
  if (account === null) redirect("/admin/register/settings");
  const day = readDay(params["day"]);
  const totals = await dayTotals({ account, ...day });
  return (
    <>
      <h1 className="mb-4 text-2xl">End of day</h1>
      <RegisterNav account={account} current="day" />
      <form data-print="no" className="mb-5 flex flex-wrap items-end gap-3">
        <input type="hidden" name="till" value={account.externalId} />
        <Field name="day" label="Day (UTC)">
          {(control) => <Input {...control} type="date" defaultValue={day.text} />}
        </Field>
        <Button type="submit" variant="secondary" className="min-h-12">
          Show
        </Button>
        <PrintButton />
      </form>
      <Totals account={account} day={day.text} totals={totals} />
    </>
  );
}

type TotalsProps = { account: RegisterAccount; day: string; totals: DayTotals };

function Totals({ account, day, totals }: TotalsProps) {
  const { tenders, sales, tipsMinor, taxMinor, netMinor } = totals;
  const shown = (minor: number) => formatMoney(money(minor, account.currency));
  return (
    <Card aria-labelledby="totals">
      <CardHeader
        id="totals"
        title={`${account.name}, ${day}`}
        aside={
          <span className="text-sm text-muted">{sales === 1 ? "1 sale" : `${sales} sales`}</span>
        }
      />
      <p className="mb-4 text-4xl font-bold tabular-nums">{shown(netMinor)}</p>
      {tenders.length === 0 ? (
        <p className="text-muted">Nothing was taken on this day.</p>
      ) : (
        <TenderTable tenders={tenders} shown={shown} />
      )}
      {tipsMinor > 0 && (
        <p className="mt-4 text-sm text-muted">Of which tips: {shown(tipsMinor)}</p>
      )}
      {taxMinor > 0 && (
        <p className="mt-4 text-sm text-muted">Tax on what was sold: {shown(taxMinor)}</p>
      )}
    </Card>
  );
}

type TableProps = { tenders: TenderTotal[]; shown: (minor: number) => string };

function TenderTable({ tenders, shown }: TableProps) {
  return (
    <Table
      caption="Totals by tender"
      head={
        <>
          <Th>Tender</Th>
          <Th numeric>Payments</Th>
          <Th numeric>Taken</Th>
          <Th numeric>Given back</Th>
          <Th numeric>Should be there</Th>
        </>
      }
    >
      {tenders.map((row) => (
        <Tr key={row.tender}>
          <Td className="font-semibold">{tenderName(row.tender)}</Td>
          <Td numeric>{row.payments}</Td>
          <Td numeric>{shown(row.takenMinor)}</Td>
          <Td numeric>{shown(row.refundedMinor)}</Td>
          <Td numeric className="font-semibold">
            {shown(row.netMinor)}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

const names: Readonly<Record<string, string>> = {
  card_present: "Card reader",
  card: "Card on file",
};

const tenderName = (tender: string) =>
  names[tender] ?? tender.charAt(0).toUpperCase() + tender.slice(1);
