import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { SwitchForm } from "@/components/admin/switch-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import { findGiftCardHistory } from "@/lib/gift-cards/queries";
import { formatMoney } from "@/lib/money/money";
import { switchAction } from "../actions";

export const metadata: Metadata = { title: "Gift card" };

type Props = PageProps<"/admin/gift-cards/[cardId]">;

export default async function GiftCardPage({ params }: Props) {
  const { cardId } = await params;
  await requireMerchant(`/admin/gift-cards/${cardId}`);
  const card = z.uuid().safeParse(cardId).success ? await findGiftCardHistory(cardId) : null;
  if (card === null) notFound();
  const title = `•••• ${card.last4}`;
  const isOn = card.disabledAt === null;
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Gift cards", href: "/admin/gift-cards" }]}
        current={title}
      />
      <PageHeader
        title={title}
        lead={card.note}
        actions={<SwitchForm id={card.id} isOn={isOn} action={switchAction} />}
      />
      <dl className="mb-4 grid max-w-3xl grid-cols-2 gap-4 sm:grid-cols-3">
        <Fact label="Balance" value={formatMoney(card.balance)} />
        <Fact label="Issued with" value={formatMoney(card.initial)} />
        <Fact label="Expires" value={card.expiresAt ? <Moment at={card.expiresAt} /> : "Never"} />
      </dl>
      <Card aria-labelledby="history" className="max-w-3xl">
        <CardHeader id="history" title="What moved it" />
        <ul className="divide-y divide-line">
          {card.movements.map(({ id, kind, orderId, at, change, moved }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-2.5">
              <span className="min-w-40 flex-1 font-semibold">
                {words[kind] ?? kind} {formatMoney(moved)}
              </span>
              {orderId && (
                <Link href={`/admin/orders/${orderId}`} className="underline underline-offset-4">
                  Order
                </Link>
              )}
              <span className="text-sm text-muted">
                <Moment at={at} />
              </span>
              <span className="min-w-24 text-right tabular-nums">{signed(change)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

const words: Readonly<Record<string, string>> = {
  issue: "Issued",
  authorize: "Held",
  purchase: "Paid",
  capture: "Taken from what was held:",
  void: "Let go",
  refund: "Refunded",
};

function signed(change: Parameters<typeof formatMoney>[0]): string {
  return change.minor > 0 ? `+${formatMoney(change)}` : formatMoney(change);
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-5 py-4">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
