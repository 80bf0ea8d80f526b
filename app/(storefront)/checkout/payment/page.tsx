import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckoutFrame } from "@/components/checkout/checkout-frame";
import { FoldedRow } from "@/components/checkout/folded-row";
import { LiveCodes, LiveRates } from "@/components/checkout/live-changes";
import { LiveTotal } from "@/components/checkout/live-total";
import { Review } from "@/components/checkout/review";
import { StepNotice } from "@/components/checkout/step-notice";
import { Summary } from "@/components/checkout/summary";
import { codesView } from "@/lib/checkout/codes-view";
import { readNotice } from "@/lib/checkout/notices";
import { findTender } from "@/lib/checkout/operations/apply-gift-cards";
import type { Checkout } from "@/lib/checkout/queries";
import { stepPath } from "@/lib/checkout/steps";
import { orderSummary } from "@/lib/checkout/summary";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { addressLines } from "@/lib/shipping/address";
import { findShopperOrder, type ShopperOrder } from "@/lib/orders/shopper-queries";
import { openCheckout } from "../open-checkout";
import { rateOptions } from "../rate-options";
import { stepWords } from "../step-words";
import { chooseRateHere, enterCodeHere, removeCodeHere } from "./change-actions";
import { PaymentWays } from "./payment-ways";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("checkout");
  return { title: t("metaPayment") };
}

type Props = PageProps<"/checkout/payment">;

export default async function PaymentPage({ searchParams }: Props) {
  const checkout = await openCheckout("payment");
  const { placedOrder } = checkout;
  const order = placedOrder === null ? null : await findShopperOrder(placedOrder);
  if (order === null) redirect(stepPath.shipping);
  if (order.state !== "unpaid") redirect(`/orders/${order.accessToken}`);
  const [t, { giftCards }] = await Promise.all([translations("checkout"), findTender(order)]);
  const notice = readNotice((await searchParams).notice, t);
  return (
    <LiveTotal>
      <CheckoutFrame
        step="payment"
        title={t("titlePayment")}
        words={stepWords(t)}
        summary={
          <Summary {...orderSummary(order, giftCards)}>
            <LiveCodes
              view={codesView(checkout, t.tag, null)}
              enter={enterCodeHere}
              remove={removeCodeHere}
            />
          </Summary>
        }
        back={{ href: stepPath.shipping, label: t("backToShipping") }}
      >
        <StepNotice notice={notice} />
        <PlacedReview order={order} checkout={checkout} t={t} />
        <PaymentWays order={order} from="checkout" />
      </CheckoutFrame>
    </LiveTotal>
  );
}

type ReviewProps = { order: ShopperOrder; checkout: Checkout; t: Translator<"checkout"> };

function PlacedReview({ order, checkout, t }: ReviewProps) {
  const { email, shippingAddress, shippingName } = order;
  const rates = rateOptions(checkout, t);
  const hasChoice = rates.length > 1;
  const chosen = rates.find(({ code }) => code === checkout.rate?.code);
  const method = {
    label: t("reviewMethod"),
    value: shippingName,
    change: { href: stepPath.shipping, label: t("changeMethod") },
  };
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
        ...(hasChoice ? [] : [method]),
      ]}
    >
      {hasChoice && (
        <FoldedRow
          label={t("reviewMethod")}
          value={[chosen?.name ?? shippingName, chosen?.price].filter(Boolean).join(" · ")}
          change={t("change")}
        >
          <LiveRates
            rates={rates}
            chosen={chosen?.code ?? ""}
            words={{ howSent: t("howSent"), change: t("changeMethod") }}
            choose={chooseRateHere}
          />
        </FoldedRow>
      )}
    </Review>
  );
}
