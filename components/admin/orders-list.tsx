import { Link } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { OrderListItem } from "@/lib/orders/views";
import { Amount } from "./amount";
import { Moment } from "./moment";
import { OrderStatusBadge, PaymentStatusBadge } from "./status";
import { channelName, orderName } from "./words";

const hrefOf = ({ id }: OrderListItem) => `/admin/orders/${id}`;

const items = (count: number) => (count === 1 ? "1 item" : `${count} items`);

/** A table where there is room for one, else cards. */
export function OrdersList({ orders, caption }: { orders: OrderListItem[]; caption: string }) {
  return (
    // By the room of the list itself: it stands in a narrow column too.
    <div className="@container">
      <ul aria-label={caption} className="flex flex-col gap-2.5 @2xl:hidden">
        {orders.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      <div className="hidden @2xl:block">
        <Table
          caption={caption}
          head={
            <>
              <Th>Order</Th>
              <Th>Customer</Th>
              <Th>Status</Th>
              <Th>Payment</Th>
              <Th className="hidden @4xl:table-cell">Created</Th>
              <Th numeric>Total</Th>
            </>
          }
        >
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </Table>
      </div>
    </div>
  );
}

function OrderRow({ order }: { order: OrderListItem }) {
  return (
    <Tr className="relative">
      <Td className="font-semibold whitespace-nowrap">
        {/* The link covers its row, so that the row can be hit anywhere. */}
        <Link href={hrefOf(order)} className="after:absolute after:inset-0">
          {orderName(order)}
        </Link>
        <span className="hidden text-xs font-normal text-muted @4xl:block">
          {channelName(order.channel)}
        </span>
        <span className="block text-xs font-normal text-muted @4xl:hidden">
          <Moment at={order.placedAt ?? order.createdAt} />
        </span>
      </Td>
      <Td className="max-w-44 @4xl:max-w-60">
        <span className="block truncate">{order.name}</span>
        <span className="block truncate text-xs text-muted">{order.email}</span>
      </Td>
      <Td>
        <OrderStatusBadge status={order.status} />
      </Td>
      <Td>
        <PaymentStatusBadge status={order.payment} />
      </Td>
      <Td className="hidden whitespace-nowrap text-muted @4xl:table-cell">
        <Moment at={order.placedAt ?? order.createdAt} />
      </Td>
      <Td numeric>
        <Amount minor={order.totalMinor} currency={order.currency} className="font-semibold" />
        <span className="block text-xs text-muted">{items(order.itemCount)}</span>
      </Td>
    </Tr>
  );
}

function OrderCard({ order }: { order: OrderListItem }) {
  return (
    <li className="relative rounded-lg border border-line bg-surface p-4 hover:border-line-strong">
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={hrefOf(order)}
          className="font-semibold after:absolute after:inset-0 after:rounded-lg"
        >
          {orderName(order)}
        </Link>
        <Amount minor={order.totalMinor} currency={order.currency} className="font-semibold" />
      </div>
      <div className="mt-0.5 flex items-baseline justify-between gap-3 text-sm text-muted">
        <span className="truncate">{order.name || order.email}</span>
        <Moment at={order.placedAt ?? order.createdAt} className="shrink-0" />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <OrderStatusBadge status={order.status} />
        <PaymentStatusBadge status={order.payment} />
      </div>
    </li>
  );
}
