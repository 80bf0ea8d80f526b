import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Amount } from "@/components/admin/amount";
import { Moment } from "@/components/admin/moment";
import { PaymentStatusBadge } from "@/components/admin/status";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import type { RegisterAccount } from "@/lib/register/accounts";
import { listSales } from "@/lib/register/queries";
import { readAccount } from "../read-till";
import { RegisterNav } from "../register-nav";

export const metadata: Metadata = { title: "Sales at the register" };

const pageSize = 50;

export default async function SalesPage({ searchParams }: PageProps<"/admin/register/sales">) {
  await requireMerchant("/admin/register/sales");
  const params = await searchParams;
  const account = await readAccount(params);
  if (account === null) redirect("/admin/register/settings");
  const before = new Date(String(params["before"] ?? ""));
  const isPage = !Number.isNaN(before.getTime());
  const sales = await listSales({ account, limit: pageSize, ...(isPage && { before }) });
  const last = sales.at(-1);
  const till = `till=${account.externalId}`;
  return (
    <>
      <h1 className="mb-4 text-2xl">Sales</h1>
      <RegisterNav account={account} current="sales" />
      {sales.length === 0 ? (
        <EmptyState
          title="No sales yet"
          actions={<LinkButton href={`/admin/register?${till}`}>Sell something</LinkButton>}
        >
          <p>What is sold at this till stands here, the newest first.</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {sales.map((sale) => (
            <Sale key={sale.orderId} sale={sale} account={account} />
          ))}
        </ul>
      )}
      {last && sales.length === pageSize && (
        <LinkButton
          variant="secondary"
          size="small"
          className="mt-4"
          href={`/admin/register/sales?${till}&before=${last.createdAt.toISOString()}`}
        >
          Older sales
        </LinkButton>
      )}
    </>
  );
}

type SaleProps = { sale: Awaited<ReturnType<typeof listSales>>[number]; account: RegisterAccount };

function Sale({ sale, account: { externalId, currency } }: SaleProps) {
  const { orderId, number, name, email, payment, totalMinor, createdAt } = sale;
  return (
    <li className="relative flex items-center gap-4 px-4 py-3 hover:bg-sunken">
      <div className="min-w-0 grow">
        <Link
          href={`/admin/register/sales/${orderId}?till=${externalId}`}
          className="font-semibold after:absolute after:inset-0"
        >
          {number === null ? "Open sale" : `Sale ${number}`}
        </Link>
        <p className="truncate text-sm text-muted">
          <Moment at={createdAt} /> · {email || name}
        </p>
      </div>
      <PaymentStatusBadge status={payment} />
      <Amount minor={totalMinor} currency={currency} />
    </li>
  );
}
