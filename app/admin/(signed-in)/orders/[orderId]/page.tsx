import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { amountLeft } from "@/components/admin/amount-left";
import { AskAgain } from "@/components/admin/ask-again";
import { CustomerCard } from "@/components/admin/customer-card";
import { OrderHistory } from "@/components/admin/order-history";
import { OrderLines } from "@/components/admin/order-lines";
import { PaymentCard } from "@/components/admin/payment-card";
import { PaymentOperations } from "@/components/admin/payment-operations";
import { RecordPayment } from "@/components/admin/record-payment";
import { humanized, orderName } from "@/components/admin/words";
import { Alert } from "@/components/ui/alert";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import { addressLines } from "@/lib/shipping/address";
import { findOrder } from "@/lib/orders/queries";
import type { OrderView } from "@/lib/orders/views";
import { findOrderPayments, type OrderPaymentsView } from "@/lib/payments/queries";
import {
  askGatewayAgain,
  captureOrderPayment,
  recordOfflinePayment,
  refundOrderPayment,
  voidOrderPayment,
} from "./actions";
import { OrderHeader } from "./order-header";
import { operable, paymentPanel } from "./panels";

type Props = PageProps<"/admin/orders/[orderId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireMerchant();
  const order = await findOrder((await params).orderId);
  return { title: order === null ? "Order not found" : `Order ${orderName(order)}` };
}

export default async function OrderPage({ params }: Props) {
  const { orderId } = await params;
  await requireMerchant(`/admin/orders/${orderId}`);
  const order = await findOrder(orderId);
  const paid = order && (await findOrderPayments(orderId));
  if (!order || !paid) notFound();
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Orders", href: "/admin/orders" }]}
        current={orderName(order)}
      />
      <OrderHeader order={order} paid={paid} />
      <Cases cases={paid.openCases} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Payments order={order} paid={paid} />
          <Card aria-labelledby="lines">
            <CardHeader id="lines" title="What was ordered" />
            <OrderLines order={order} />
          </Card>
        </div>
        <div className="flex flex-col gap-4">
          <Customer order={order} />
          <Card aria-labelledby="history">
            <CardHeader id="history" title="History" />
            <OrderHistory events={order.events} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Cases({ cases }: { cases: OrderPaymentsView["openCases"] }) {
  if (cases.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {cases.map(({ id, kind, message }) => (
        <Alert key={id} tone="warn" title={humanized(kind)}>
          <p>{message}</p>
          <Link
            href={`/admin/health#case-${id}`}
            className="mt-1 inline-block font-semibold underline underline-offset-4"
          >
            Open the case
          </Link>
        </Alert>
      ))}
    </div>
  );
}

const actions = {
  capture: captureOrderPayment,
  refund: refundOrderPayment,
  release: voidOrderPayment,
};

function Payments({ order, paid }: { order: OrderView; paid: OrderPaymentsView }) {
  const canPay = order.status === "cancelled" ? 0 : paid.payableMinor;
  const canAsk = paid.payments.some(({ gateway }) => gateway !== "manual");
  return (
    <Card aria-labelledby="payments">
      <CardHeader id="payments" title="Payments" />
      {paid.payments.length === 0 && (
        <p className="text-muted">Nothing has been paid, and nobody is paying now.</p>
      )}
      <div>
        {paid.payments.map((payment) => {
          const panel = paymentPanel(payment);
          return (
            <PaymentCard
              key={panel.id}
              payment={panel}
              actions={<PaymentOperations payment={operable(panel, order.id)} actions={actions} />}
            />
          );
        })}
      </div>
      {/* It stays when nothing is left to do in it: a dialog in it may be showing what was just done. */}
      <div
        data-print="no"
        className={
          canPay > 0 || canAsk
            ? "mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-4"
            : "contents"
        }
      >
        <RecordPayment
          orderId={order.id}
          currency={order.currency}
          payable={amountLeft(canPay, order.currency)}
          version={paid.payments.length}
          action={recordOfflinePayment}
        />
        {canAsk && <AskAgain orderId={order.id} action={askGatewayAgain} />}
      </div>
    </Card>
  );
}

function Customer({ order }: { order: OrderView }) {
  const { shippingAddress, billingAddress } = order;
  return (
    <CustomerCard
      name={order.name}
      email={order.email}
      phone={order.phone}
      shipping={shippingAddress && addressLines(shippingAddress)}
      billing={addressLines(billingAddress)}
    />
  );
}
