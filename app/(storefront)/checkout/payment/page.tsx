import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { Review } from "@/components/checkout/review";
import { StepNotice } from "@/components/checkout/step-notice";
import { Summary } from "@/components/checkout/summary";
import { readNotice } from "@/lib/checkout/notices";
import { findTender } from "@/lib/checkout/operations/apply-gift-cards";
import { stepPath } from "@/lib/checkout/steps";
import { orderSummary } from "@/lib/checkout/summary";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { addressLines } from "@/lib/shipping/address";
import { findShopperOrder, type ShopperOrder } from "@/lib/orders/shopper-queries";
import { openCheckout } from "../open-checkout";
import { stepWords } from "../step-words";
import { PaymentWays } from "./payment-ways";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("checkout");
  return { title: t("metaPayment") };
}

type Props = PageProps<"/checkout/payment">;

export default async function PaymentPage({ searchParams }: Props) {
  const { placedOrder } = await openCheckout("payment");
  const order = placedOrder === null ? null : await findShopperOrder(placedOrder);
  if (order === null) redirect(stepPath.shipping);
  if (order.state !== "unpaid") redirect(`/orders/${order.accessToken}`);
  const [t, { giftCards }] = await Promise.all([translations("checkout"), findTender(order)]);
  const notice = readNotice((await searchParams).notice, t);
  return (
    <CheckoutFrame
      step="payment"
      title={t("titlePayment")}
      words={stepWords(t)}
      summary={<Summary {...orderSummary(order, giftCards)} />}
      back={{ href: stepPath.shipping, label: t("backToShipping") }}
    >
      <StepNotice notice={notice} />
      <PlacedReview order={order} t={t} />
      <PaymentWays order={order} from="checkout" />
    </CheckoutFrame>
  );
}

function PlacedReview({ order, t }: { order: ShopperOrder; t: Translator<"checkout"> }) {
  const { email, shippingAddress, shippingName } = order;
  return (
    <Review
      change={t("change")}
      rows={[
        {
          label: t("reviewContact"),
          value: email,
          change: { href: "/checkout#email", label: t("changeEmail") },
        },
        {
          label: t("reviewShipTo"),
          value: shippingAddress && addressLines(shippingAddress, t.tag).join(", "),
          change: { href: "/checkout#shipping-country", label: t("changeAddress") },
        },
        {
          label: t("reviewMethod"),
          value: shippingName,
          change: { href: stepPath.shipping, label: t("changeMethod") },
        },
      ]}
    />
  );
}
