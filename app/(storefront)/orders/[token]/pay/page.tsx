import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Summary } from "@/components/checkout/summary";
import { orderSummary } from "@/lib/checkout/summary";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { PaymentWays } from "../../../checkout/payment/payment-ways";

export const metadata: Metadata = {
  title: "Pay your order",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

type Props = PageProps<"/orders/[token]/pay">;

/** Paying for an order by its link alone: from a mail, in another browser, long after the cart. */
export default async function PayOrderPage({ params }: Props) {
  const order = await findShopperOrder((await params).token);
  if (order === null) notFound();
  if (order.state !== "unpaid") redirect(`/orders/${order.accessToken}`);
  return (
    <div className="lg:page lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-16 lg:py-8">
      <div className="lg:order-2 lg:col-start-2 lg:row-start-1">
        <Summary {...orderSummary(order)} />
      </div>
      <div className="page max-w-2xl py-6 lg:col-start-1 lg:row-start-1 lg:mx-0 lg:px-0 lg:py-0">
        <h1 className="mb-6 text-2xl">Pay your order</h1>
        <PaymentWays order={order} from="order" />
      </div>
    </div>
  );
}
