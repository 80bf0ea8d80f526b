import { linkLivesMs, signOrderLink } from "@/lib/auth/order-link";
import { Moment } from "@/components/admin/moment";
import { OrderOperations } from "@/components/admin/order-operations";
import { PageHeader } from "@/components/admin/page-header";
import { FulfilmentBadge, OrderStatusBadge, PaymentStatusBadge } from "@/components/admin/status";
import { channelName, orderName } from "@/components/admin/words";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { OrderView } from "@/lib/orders/views";
import type { OrderPaymentsView } from "@/lib/payments/queries";
import { cancelWholeOrder, sendOrder } from "./actions";

type Props = { order: OrderView; paid: OrderPaymentsView };

/** Where the order stands, and what can be done with it as a whole. */
export function OrderHeader({ order, paid }: Props) {
  const { id, status, payment, fulfilment } = order;
  const isPaid = ["paid", "partially_refunded", "free"].includes(payment);
  const canSend = (status === "complete" && isPaid) || (status !== "cancelled" && paid.isSettled);
  const holdsMoney = paid.payments.some(
    (each) => each.refundableMinor > 0 || each.voidableMinor > 0,
  );
  return (
    <PageHeader
      title={`Order ${orderName(order)}`}
      badges={
        <>
          <OrderStatusBadge status={order.status} />
          <PaymentStatusBadge status={order.payment} />
          <FulfilmentBadge status={order.fulfilment} />
        </>
      }
      lead={
        <>
          {order.placedAt ? "Placed" : "Begun"} <Moment at={order.placedAt ?? order.createdAt} /> ·{" "}
          {channelName(order.channel)}
        </>
      }
      actions={
        <>
          <OrderOperations
            orderId={id}
            canFulfil={canSend && fulfilment === "unfulfilled"}
            canCancel={
              status !== "cancelled" && ["unfulfilled", "not_required"].includes(fulfilment)
            }
            holdsMoney={holdsMoney}
            actions={{ fulfil: sendOrder, cancel: cancelWholeOrder }}
          />
          <Link
            href={`/orders/${signOrderLink(order.accessToken, linkLivesMs.lookup)}`}
            className={buttonClass({ variant: "secondary", size: "small" })}
          >
            What the customer sees <Icon name="external" className="size-4" />
          </Link>
        </>
      }
    />
  );
}
