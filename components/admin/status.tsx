import { StatusBadge } from "@/components/ui/badge";
import type { OrderFulfilment, OrderPaymentStatus, OrderStatus } from "@/lib/orders/views";
import type { TransactionStatus } from "@/lib/payments/core/types";
import {
  fulfilments,
  orderStatuses,
  paymentStatuses,
  transactionStatuses,
  type Look,
} from "./words";

function Shown({ look: { tone, label } }: { look: Look }) {
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}

export const OrderStatusBadge = ({ status }: { status: OrderStatus }) => (
  <Shown look={orderStatuses[status]} />
);

export const PaymentStatusBadge = ({ status }: { status: OrderPaymentStatus }) => (
  <Shown look={paymentStatuses[status]} />
);

export const FulfilmentBadge = ({ status }: { status: OrderFulfilment }) => (
  <Shown look={fulfilments[status]} />
);

export const TransactionStatusBadge = ({ status }: { status: TransactionStatus }) => (
  <Shown look={transactionStatuses[status]} />
);
