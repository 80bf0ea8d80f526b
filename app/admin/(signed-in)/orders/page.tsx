import type { Metadata } from "next";
import { z } from "zod";
import { OrdersFilter } from "@/components/admin/orders-filter";
import { OrdersList } from "@/components/admin/orders-list";
import { PageHeader } from "@/components/admin/page-header";
import { orderStatuses } from "@/components/admin/words";
import { LinkButton } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMerchant } from "@/lib/auth/merchant";
import { OrderPayment, OrderStatus } from "@/lib/db/generated/enums";
import { findOrders } from "@/lib/orders/queries";

export const metadata: Metadata = { title: "Orders" };

/** What an address says that we do not know counts as not said. */
const query = z.object({
  search: z.string().max(200).catch(""),
  status: z.enum(OrderStatus).optional().catch(undefined),
  payment: z.enum(OrderPayment).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});
type Query = z.infer<typeof query>;

function addressOf(given: Query, change: Partial<Query>): string {
  const { search, status, payment, page } = { ...given, page: 1, ...change };
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (status) params.set("status", status);
  if (payment) params.set("payment", payment);
  if (page > 1) params.set("page", String(page));
  return `/admin/orders${params.size > 0 ? `?${params}` : ""}`;
}

export default async function OrdersPage({ searchParams }: PageProps<"/admin/orders">) {
  const given = query.parse(await searchParams);
  await requireMerchant(addressOf(given, { page: given.page }));
  const { orders, page, pages, total, totalIsExact } = await findOrders(given);
  const count = `${totalIsExact ? "" : "more than "}${total.toLocaleString("en-US")}`;
  const chips = [undefined, ...Object.values(OrderStatus)].map((status) => ({
    href: addressOf(given, { status }),
    label: status === undefined ? "All" : orderStatuses[status].label,
    current: given.status === status,
  }));
  return (
    <>
      <PageHeader title="Orders" lead={total === 1 ? "1 order" : `${count} orders`} />
      <OrdersFilter
        search={given.search}
        status={given.status ?? ""}
        payment={given.payment ?? ""}
      />
      <Chips label="Status" chips={chips} className="mb-5" />
      {orders.length > 0 ? <OrdersList orders={orders} caption="Orders" /> : <None given={given} />}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(given, { page: to })}
        words={{
          navigation: "Pages of orders",
          previous: "Newer",
          next: "Older",
          position: `Page ${page} of ${pages}`,
        }}
      />
    </>
  );
}

function None({ given: { search, status, payment } }: { given: Query }) {
  if (!search && !status && !payment) {
    return (
      <EmptyState title="No orders yet">
        The first order appears here as soon as somebody goes to checkout.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No order matches"
      actions={
        <LinkButton href="/admin/orders" variant="secondary">
          Show all orders
        </LinkButton>
      }
    >
      Search finds a number, the beginning of an e-mail or a name, an id, or a reference such as
      pi_…
    </EmptyState>
  );
}
