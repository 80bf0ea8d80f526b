import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { EmbeddedPanel } from "@/components/checkout/embedded-panel";
import { PaymentPanel } from "@/components/checkout/payment-panel";
import { TestCards } from "@/components/checkout/test-cards";
import { contactOf } from "@/lib/checkout/billing-contact";
import { withNotice } from "@/lib/checkout/notices";
import { openPayment, type OpenedPayment } from "@/lib/checkout/operations/open-payment";
import { paymentPath, returnPath, type PayingFrom } from "@/lib/checkout/payment-links";
import { paymentWords } from "@/lib/checkout/payment-words";
import { stepPath } from "@/lib/checkout/steps";
import { env } from "@/lib/env";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { addressLines } from "@/lib/shipping/address";
import { checkPayment, confirmUnpaid, keepBilling } from "./actions";
import { HoldNotice } from "./hold-notice";
import { KeepCard } from "./keep-card";
import { walletPayer } from "./wallet-payer";

type Props = {
  order: ShopperOrder;
  from: PayingFrom;
  way: "elements" | "embedded";
  fallback: ReactNode;
};

/** Streams in after the page: asking the payment provider takes longer than everything else here. */
export async function PaymentStep({ order, from, way, fallback }: Props) {
  const { accessToken } = order;
  const [payer, t] = await Promise.all([walletPayer(), translations("checkout")]);
  const opened = await openPayment({ order, collectedBy: way, from, payer });
  if (opened.is === "over") redirect(`/orders/${accessToken}`);
  if (opened.is === "changed") redirect(withNotice(stepPath.shipping, "changed"));
  if (opened.is === "gateway_down" || opened.payment.clientSecret === null) {
    return (
      <Alert tone="warn" role="alert" title={t("gatewayTitle")}>
        <p className="mb-3">{t("gatewayText")}</p>
        <LinkButton href={paymentPath(accessToken, from)} variant="secondary">
          {t("tryAgain")}
        </LinkButton>
      </Alert>
    );
  }
  const form = <Form {...{ order, from, way, opened, fallback, t }} />;
  return (
    <>
      <HoldNotice orderId={order.id} until={opened.heldUntil} />
      {env().stripe.mode === "sandbox" && <TestCards t={t} />}
      {opened.payment.isHeldOnly && <p className="mb-6 text-sm text-muted">{t("heldOnCard")}</p>}
      {payer === null ? (
        form
      ) : (
        <KeepCard isAgreed={payer.keepCard === "agreed"} orderToken={accessToken}>
          {form}
        </KeepCard>
      )}
    </>
  );
}

type FormProps = Props & {
  opened: Extract<OpenedPayment, { is: "open" }>;
  t: Translator<"checkout">;
};

function Form({ order, from, way, opened, fallback, t }: FormProps) {
  const { accessToken, currency, payMinor } = order;
  const { sessionId, publishableKey } = opened.payment;
  const clientSecret = opened.payment.clientSecret ?? "";
  const { stripe } = env();
  const script = stripe.mode === "sandbox" ? `${stripe.url}/js/stripe.js` : null;
  if (script !== null) preload(script, { as: "script" });
  const source = { publishableKey, script, locale: t.locale };
  const billingAddress = contactOf(order.billingAddress);
  const words = paymentWords(t, formatMoney(money(payMinor, currency), t.tag));
  // Another payment page is another form: nothing of the old one may stay.
  if (way === "embedded") {
    return <EmbeddedPanel key={sessionId} {...{ clientSecret, source, words, fallback }} />;
  }
  return (
    <PaymentPanel
      key={sessionId}
      {...{ clientSecret, source, words, fallback }}
      totalMinor={payMinor}
      defaultValues={{ ...(billingAddress && { billingAddress }) }}
      billedTo={addressLines(order.billingAddress, t.tag).join(", ")}
      keepBilling={keepBilling.bind(null, accessToken)}
      returnPath={returnPath(accessToken)}
      check={checkPayment.bind(null, accessToken, sessionId, from, payMinor)}
      confirmUnpaid={confirmUnpaid.bind(null, accessToken)}
    />
  );
}
