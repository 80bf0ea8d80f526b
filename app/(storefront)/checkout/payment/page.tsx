import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { Review } from "@/components/checkout/review";
import { StepNotice } from "@/components/checkout/step-notice";
import { Summary } from "@/components/checkout/summary";
import { readNotice } from "@/lib/checkout/notices";
import { stepPath } from "@/lib/checkout/steps";
import { orderSummary } from "@/lib/checkout/summary";
import { addressLines } from "@/lib/orders/address";
import { findShopperOrder, type ShopperOrder } from "@/lib/orders/shopper-queries";
import { openCheckout } from "../open-checkout";
import { PaymentWays } from "./payment-ways";

export const metadata: Metadata = { title: "Checkout: payment" };

type Props = PageProps<"/checkout/payment">;

export default async function PaymentPage({ searchParams }: Props) {
  const { placedOrder } = await openCheckout("payment");
  const order = placedOrder === null ? null : await findShopperOrder(placedOrder);
  if (order === null) redirect(stepPath.shipping);
  if (order.state !== "unpaid") redirect(`/orders/${order.accessToken}`);
  const notice = readNotice((await searchParams).notice);
  return (
    <CheckoutFrame
      step="payment"
      title="How do you want to pay?"
      summary={<Summary {...orderSummary(order)} locale={order.locale} />}
      back={{ href: stepPath.shipping, label: "Back to shipping" }}
    >
      <StepNotice notice={notice} />
      <PlacedReview order={order} />
      <PaymentWays order={order} />
    </CheckoutFrame>
  );
}

function PlacedReview({ order }: { order: ShopperOrder }) {
  const { email, locale, shippingAddress, shippingName } = order;
  return (
    <Review
      rows={[
        {
          label: "Contact",
          value: email,
          change: { href: "/checkout#email", label: "Change the e-mail address" },
        },
        {
          label: "Ship to",
          value: shippingAddress && addressLines(shippingAddress, locale).join(", "),
          change: { href: "/checkout#shipping-country", label: "Change the shipping address" },
        },
        {
          label: "Method",
          value: shippingName,
          change: { href: stepPath.shipping, label: "Change how it is sent" },
        },
      ]}
    />
  );
}
