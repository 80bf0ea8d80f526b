import type { Metadata } from "next";
import { z } from "zod";
import { Amount } from "@/components/admin/amount";
import { pagerWords } from "@/components/admin/list-words";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { TransactionStatusBadge } from "@/components/admin/status";
import { gateways, orderName, transactionKinds } from "@/components/admin/words";
import { Badge } from "@/components/ui/badge";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMerchant } from "@/lib/auth/merchant";
import { findPayments, type PaymentListItem } from "@/lib/merchants/payments-list";

export const metadata: Metadata = { title: "Payments" };

const query = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  open: z.literal("1").optional().catch(undefined),
});

function addressOf(open: boolean, page = 1): string {
  const params = new URLSearchParams();
  if (open) params.set("open", "1");
  if (page > 1) params.set("page", String(page));
  return `/admin/payments${params.size > 0 ? `?${params}` : ""}`;
}

export default async function PaymentsPage({ searchParams }: PageProps<"/admin/payments">) {
  const given = query.parse(await searchParams);
  const open = given.open === "1";
  await requireMerchant(addressOf(open, given.page));
  const { payments, page, pages } = await findPayments({ page: given.page, open });
  return (
    <>
      <PageHeader title="Payments" lead="Every attempt to pay, through every gateway." />
      <Chips
        label="Payments"
        className="mb-5"
        chips={[
          { href: addressOf(false), label: "All", current: !open },
          { href: addressOf(true), label: "Not settled", current: open },
        ]}
      />
      {payments.length > 0 ? (
        <RowList label="Payments" rows={payments.map(row)} />
      ) : (
        <EmptyState title={open ? "Everything is settled" : "No payments yet"}>
          {open
            ? "No movement of money waits for an answer."
            : "A payment appears here when a shopper begins to pay."}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(open, to)}
        words={pagerWords("payments", page, pages)}
      />
    </>
  );
}

function row(payment: PaymentListItem) {
  const { id, order, gateway, currency, latest, createdAt, closedAt } = payment;
  const took = payment.capturedMinor - payment.refundedMinor;
  const held = payment.authorizedMinor - payment.capturedMinor - payment.voidedMinor;
  const now = [
    took > 0 && "taken",
    held > 0 && "held",
    payment.refundedMinor > 0 && "refunded in part",
  ].filter(Boolean);
  return {
    id,
    href: `/admin/orders/${order.id}`,
    title: <Amount minor={payment.amountMinor} currency={currency} />,
    detail: (
      <>
        {orderName(order)} · {order.name} · {gateways[gateway]}
        {now.length > 0 && ` · ${now.join(", ")}`}
      </>
    ),
    badge: latest ? (
      <span className="flex items-center gap-2 text-sm">
        <span className="text-muted">{transactionKinds[latest.kind]}</span>
        <TransactionStatusBadge status={latest.status} />
      </span>
    ) : (
      <Badge>{closedAt ? "Closed" : "Begun"}</Badge>
    ),
    aside: <Moment at={createdAt} />,
  };
}
