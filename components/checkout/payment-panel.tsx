"use client";
import { CheckoutElementsProvider } from "@stripe/react-stripe-js/checkout";
import type { ComponentProps, ReactNode } from "react";
import { readAppearance, type StripeSource } from "./open-stripe";
import { PaymentBlocked } from "./payment-blocked";
import { PaymentForm } from "./payment-form";
import { PaymentSkeleton } from "./payment-skeleton";
import { useStripeJs } from "./use-stripe-js";

type ProviderOptions = ComponentProps<typeof CheckoutElementsProvider>["options"];

type Props = ComponentProps<typeof PaymentForm> & {
  clientSecret: string;
  source: StripeSource;
  /** What was asked in the steps before is not asked again. */
  defaultValues: ProviderOptions["defaultValues"];
  /** Another way to pay, where this one cannot be. */
  fallback: ReactNode;
};

/** Stripe's fields in our page: card numbers go from the shopper to Stripe and never through us. */
export function PaymentPanel(props: Props) {
  const { clientSecret, source, defaultValues, fallback, ...form } = props;
  const opening = useStripeJs(source);
  if (opening.is === "failed") {
    return <PaymentBlocked words={form.words}>{fallback}</PaymentBlocked>;
  }
  if (opening.is === "loading") return <PaymentSkeleton label={form.words.formLoading} />;
  return (
    <CheckoutElementsProvider
      stripe={opening.stripe}
      options={{
        clientSecret,
        elementsOptions: { appearance: readAppearance() },
        ...(defaultValues && { defaultValues }),
      }}
    >
      <PaymentForm {...form} />
    </CheckoutElementsProvider>
  );
}
