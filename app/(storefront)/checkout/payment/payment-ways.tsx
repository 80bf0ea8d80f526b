import { Suspense } from "react";
import { HostedHint, HostedPayment } from "@/components/checkout/hosted-payment";
import { PaymentSkeleton } from "@/components/checkout/payment-skeleton";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { payOnHostedPage } from "./actions";
import { PaymentStep } from "./payment-step";

/** The form in the page, and the way around it for browsers in which it cannot be. */
export function PaymentWays({ order }: { order: ShopperOrder }) {
  const hosted = { action: payOnHostedPage, orderToken: order.accessToken };
  return (
    <div className="group">
      <div className="hidden noscript:block">
        <p className="mb-4">Your card is asked for on our payment provider's own page.</p>
        <HostedPayment {...hosted} />
      </div>
      <Suspense fallback={<PaymentSkeleton />}>
        <PaymentStep order={order} fallback={<HostedPayment {...hosted} />} />
      </Suspense>
      <HostedHint {...hosted} />
    </div>
  );
}
