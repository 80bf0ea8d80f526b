import type { Metadata } from "next";
import { z } from "zod";
import { pagerWords } from "@/components/admin/list-words";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { SearchForm } from "@/components/admin/search-form";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMerchant } from "@/lib/auth/merchant";
import { findCustomers } from "@/lib/shoppers/for-merchants";

export const metadata: Metadata = { title: "Customers" };

const query = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  search: z.string().max(200).catch(""),
});

function addressOf(search: string, page = 1): string {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (page > 1) params.set("page", String(page));
  return `/admin/customers${params.size > 0 ? `?${params}` : ""}`;
}

export default async function CustomersPage({ searchParams }: PageProps<"/admin/customers">) {
  const { search, page: asked } = query.parse(await searchParams);
  await requireMerchant(addressOf(search, asked));
  const { customers, page, pages } = await findCustomers({ search, page: asked });
  return (
    <>
      <PageHeader
        title="Customers"
        lead="People with an account. Guests stand with their orders."
      />
      <SearchForm
        action="/admin/customers"
        label="Search customers"
        placeholder="Name or e-mail"
        value={search}
      />
      {customers.length > 0 ? (
        <RowList
          label="Customers"
          rows={customers.map(({ id, name, email, isVerified, createdAt, orderCount }) => ({
            id,
            href: `/admin/customers/${id}`,
            title: name,
            detail: `${email} · ${orderCount === 1 ? "1 order" : `${orderCount} orders`}`,
            badge: isVerified ? undefined : <Badge tone="warn">Not confirmed</Badge>,
            aside: <Moment at={createdAt} />,
          }))}
        />
      ) : (
        <EmptyState title={search ? "Nobody found" : "No customers yet"}>
          {search
            ? "A name, or the beginning of an e-mail address, finds people."
            : "A customer appears here when somebody makes an account."}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(search, to)}
        words={pagerWords("customers", page, pages)}
      />
    </>
  );
}
