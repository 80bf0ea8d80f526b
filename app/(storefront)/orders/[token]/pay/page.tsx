import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Summary } from "@/components/checkout/summary";
import { orderSummary } from "@/lib/checkout/summary";
import { translations } from "@/lib/i18n/request";
import { openOrder } from "@/lib/orders/shopper-queries";
import { currentShopper } from "@/lib/shoppers/shopper";
import { PaymentWays } from "../../../checkout/payment/payment-ways";
import { ClosedLink } from "../closed-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("order");
  return {
    title: t("payTitle"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

type Props = PageProps<"/orders/[token]/pay">;

/** Paying for an order by its link alone: from a mail, in another browser, long after the cart. */
export default async function PayOrderPage({ params }: Props) {
  const [{ token }, shopper, t] = await Promise.all([
    params,
    currentShopper(),
    translations("order"),
  ]);
  const opened = await openOrder(token, shopper?.id);
  // That page says that there is none.
  if (opened.is === "unknown") redirect(`/orders/${encodeURIComponent(token)}`);
  if (opened.is === "closed") return <ClosedLink token={token} isSent={false} />;
  const { order } = opened;
  if (order.state !== "unpaid") redirect(`/orders/${order.accessToken}`);
  return (
    <div className="lg:page lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-16 lg:py-8">
      <div className="lg:order-2 lg:col-start-2 lg:row-start-1">
        <Summary {...orderSummary(order)} />
      </div>
      <div className="page max-w-2xl py-6 lg:col-start-1 lg:row-start-1 lg:mx-0 lg:px-0 lg:py-0">
        <h1 className="mb-6 text-2xl">{t("payTitle")}</h1>
        <PaymentWays order={order} from="order" />
      </div>
    </div>
  );
}
