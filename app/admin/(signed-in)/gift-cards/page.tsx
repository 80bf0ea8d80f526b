import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm } from "@/components/admin/record-form";
import { RowList } from "@/components/admin/row-list";
import { SearchForm } from "@/components/admin/search-form";
import { StatusBadge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMerchant } from "@/lib/auth/merchant";
import { findGiftCards, type GiftCardItem } from "@/lib/gift-cards/queries";
import { shopCurrencies } from "@/lib/money/currency";
import { formatMoney } from "@/lib/money/money";
import { issueAction } from "./actions";

export const metadata: Metadata = { title: "Gift cards" };

const query = z.object({ search: z.string().trim().max(100).catch("") });

export default async function GiftCardsPage({ searchParams }: PageProps<"/admin/gift-cards">) {
  const { search } = query.parse(await searchParams);
  await requireMerchant("/admin/gift-cards");
  const cards = await findGiftCards(search);
  return (
    <>
      <PageHeader title="Gift cards" lead="What they can still pay, to the last unit." />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <SearchForm
            action="/admin/gift-cards"
            label="Search gift cards"
            placeholder="Last four letters, or note"
            value={search}
          />
          {cards.length > 0 ? (
            <RowList label="Gift cards" rows={cards.map(rowOf)} />
          ) : (
            <EmptyState title={search ? "No gift card matches" : "No gift cards yet"}>
              {search
                ? "A code is shown once and never kept: look for its last four letters."
                : "Issue one, and its code is shown to you once, to be passed on."}
            </EmptyState>
          )}
        </div>
        <Card aria-labelledby="issue">
          <CardHeader id="issue" title="Issue a gift card" />
          <RecordForm label="Gift card" fields={fields} submit="Issue" action={issueAction} />
        </Card>
      </div>
    </>
  );
}

const fields = [
  { kind: "decimal", name: "amount", label: "Amount", required: true },
  {
    kind: "select",
    name: "currency",
    label: "Currency",
    options: shopCurrencies.map((value) => ({ value, label: value })),
  },
  { kind: "date", name: "expiresAt", label: "Expires (UTC)", hint: "Empty: never.", wide: true },
  { kind: "text", name: "note", label: "Note", hint: "Only merchants see it.", wide: true },
] as const;

function rowOf({ id, last4, note, balance, initial, disabledAt, expiresAt }: GiftCardItem) {
  const isOver = disabledAt !== null || (expiresAt !== null && expiresAt <= new Date());
  const word = disabledAt !== null ? "Disabled" : isOver ? "Expired" : "Active";
  return {
    id,
    href: `/admin/gift-cards/${id}`,
    title: `•••• ${last4}`,
    detail: note || `Issued with ${formatMoney(initial)}`,
    badge: <StatusBadge tone={isOver ? "neutral" : "good"}>{word}</StatusBadge>,
    aside: formatMoney(balance),
  };
}
