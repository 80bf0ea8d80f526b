import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { PaymentPanel } from "@/components/checkout/payment-panel";
import { TestCards } from "@/components/checkout/test-cards";
import { withNotice } from "@/lib/checkout/notices";
import { openPayment } from "@/lib/checkout/operations/open-payment";
import { returnPath } from "@/lib/checkout/payment-links";
import { stepPath } from "@/lib/checkout/steps";
import { env } from "@/lib/env";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { checkPayment, confirmUnpaid } from "./actions";

type Props = { order: ShopperOrder; fallback: ReactNode };

/** Streams in after the page: asking the payment provider takes longer than everything else here. */
export async function PaymentStep({ order, fallback }: Props) {
  const { accessToken, currency, locale, totalMinor } = order;
  const opened = await openPayment({ order, collectedBy: "elements" });
  if (opened.is === "over") redirect(`/orders/${accessToken}`);
  if (opened.is === "changed") redirect(withNotice(stepPath.shipping, "changed"));
  if (opened.is === "gateway_down" || opened.payment.clientSecret === null) {
    return (
      <Alert tone="warn" role="alert" title="The payment provider does not answer">
        <p className="mb-3">Your order and your goods are kept, and nothing was charged.</p>
        <LinkButton href={stepPath.payment} variant="secondary">
          Try again
        </LinkButton>
      </Alert>
    );
  }
  const { clientSecret, publishableKey, sessionId } = opened.payment;
  const { stripe } = env();
  const script = stripe.mode === "sandbox" ? `${stripe.url}/js/stripe.js` : null;
  if (script !== null) preload(script, { as: "script" });
  return (
    <>
      {stripe.mode === "sandbox" && <TestCards />}
      <PaymentPanel
        // Another payment page is another form: nothing of the old one may stay.
        key={sessionId}
        clientSecret={clientSecret}
        publishableKey={publishableKey}
        stripeScript={script}
        totalMinor={totalMinor}
        payLabel={`Pay ${formatMoney(money(totalMinor, currency), locale)}`}
        returnPath={returnPath(accessToken)}
        fallback={fallback}
        check={checkPayment.bind(null, accessToken, sessionId)}
        confirmUnpaid={confirmUnpaid.bind(null, accessToken)}
      />
    </>
  );
}
