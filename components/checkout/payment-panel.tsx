"use client";
import { CheckoutElementsProvider } from "@stripe/react-stripe-js/checkout";
import type { Appearance, Stripe } from "@stripe/stripe-js";
import { useEffect, useState, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { openStripe, readAppearance } from "./open-stripe";
import { PaymentForm, type PaymentCheck } from "./payment-form";
import { PaymentSkeleton } from "./payment-skeleton";

type Props = {
  clientSecret: string;
  publishableKey: string;
  /** Where Stripe.js comes from; null: from Stripe. */
  stripeScript: string | null;
  totalMinor: number;
  /** "Pay $12.00" */
  payLabel: string;
  returnPath: string;
  check: () => Promise<PaymentCheck>;
  confirmUnpaid: () => Promise<PaymentCheck>;
  /** Another way to pay, where this one cannot be. */
  fallback: ReactNode;
};

type Opening =
  { is: "loading" } | { is: "ready"; stripe: Stripe; appearance: Appearance } | { is: "failed" };

/** Stripe's fields in our page: card numbers go from the shopper to Stripe and never through us. */
export function PaymentPanel(props: Props) {
  const { clientSecret, publishableKey, stripeScript, fallback, ...form } = props;
  const [opening, setOpening] = useState<Opening>({ is: "loading" });

  useEffect(() => {
    let here = true;
    openStripe(publishableKey, stripeScript).then(
      (stripe) => here && setOpening({ is: "ready", stripe, appearance: readAppearance() }),
      () => here && setOpening({ is: "failed" }),
    );
    return () => {
      here = false;
    };
  }, [publishableKey, stripeScript]);

  useEffect(() => {
    // A page that Back brings from the browser's memory shows a payment that may be over.
    const onShow = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);

  if (opening.is === "failed") {
    return (
      <div data-hosted-only className="flex flex-col gap-6">
        <Alert tone="warn" role="alert" title="The card form could not be loaded">
          Something blocks it, or the connection is slow. You can pay on the payment provider's own
          page instead. Nothing was charged yet.
        </Alert>
        {fallback}
      </div>
    );
  }
  if (opening.is === "loading") return <PaymentSkeleton />;
  const { stripe, appearance } = opening;
  return (
    <CheckoutElementsProvider
      stripe={stripe}
      options={{ clientSecret, elementsOptions: { appearance } }}
    >
      <PaymentForm {...form} />
    </CheckoutElementsProvider>
  );
}
