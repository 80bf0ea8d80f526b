import { Suspense } from "react";
import { HostedHint, HostedPayment } from "@/components/checkout/hosted-payment";
import { PaymentSkeleton } from "@/components/checkout/payment-skeleton";
import { Skeleton } from "@/components/ui/skeleton";
import { findTender } from "@/lib/checkout/operations/apply-gift-cards";
import type { PayingFrom } from "@/lib/checkout/payment-links";
import { env } from "@/lib/env";
import { translations } from "@/lib/i18n/request";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import type { PaymentWay } from "@/lib/store-settings/schema";
import { readStoreSettings } from "@/lib/store-settings/store-settings";
import { GiftPayment } from "./gift-payment";
import { HoldNotice } from "./hold-notice";
import { PaymentStep } from "./payment-step";

type Props = {
  order: ShopperOrder;
  from: PayingFrom;
  /** Another way than the store's own, for a merchant who compares them. */
  way?: PaymentWay;
};

/** The store's way to pay, and the way around it for browsers in which it cannot be. */
export async function PaymentWays({ order: placed, from, way }: Props) {
  const [t, settings, { giftCards, payMinor }] = await Promise.all([
    translations("checkout"),
    readStoreSettings(),
    findTender(placed),
  ]);
  if (giftCards.length > 0 && payMinor === 0) return <GiftPayment order={placed} />;
  const order = { ...placed, payMinor };
  const chosen = way ?? settings.way;
  const amount = formatMoney(money(payMinor, order.currency), t.tag);
  const words = { pay: t("payOnStripe", { amount }), pending: t("openingStripe") };
  const hosted = <HostedPayment orderToken={order.accessToken} from={from} words={words} />;
  if (chosen === "hosted") {
    return (
      <>
        <HoldNotice orderId={order.id} />
        <p className="mb-4">{t("hostedIntro")}</p>
        {hosted}
      </>
    );
  }
  return (
    <div className="group">
      <div className="hidden noscript:block">
        <p className="mb-4">{t("hostedIntro")}</p>
        {hosted}
      </div>
      <Suspense fallback={<Opening label={t("formLoading")} />}>
        <PaymentStep order={order} from={from} way={chosen} fallback={hosted} />
      </Suspense>
      <HostedHint
        orderToken={order.accessToken}
        from={from}
        words={{ pay: t("payThere"), pending: t("openingStripe"), trouble: t("trouble") }}
      />
    </div>
  );
}

/** Of the size of what comes: the clock of the hold, the words of the sandbox, the form. */
function Opening({ label }: { label: string }) {
  return (
    <>
      <Skeleton className="mb-6 h-11 noscript:hidden" />
      {env().stripe.mode === "sandbox" && <Skeleton className="mb-6 h-11 noscript:hidden" />}
      <PaymentSkeleton label={label} />
    </>
  );
}
