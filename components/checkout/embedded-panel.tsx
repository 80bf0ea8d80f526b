"use client";
import { EmbeddedCheckout, EmbeddedCheckoutProvider } from "@stripe/react-stripe-js";
import type { ReactNode } from "react";
import type { StripeSource } from "./open-stripe";
import { PaymentBlocked } from "./payment-blocked";
import { PaymentSkeleton } from "./payment-skeleton";
import type { PaymentWords } from "./payment-words";
import { useStripeJs } from "./use-stripe-js";

type Props = {
  clientSecret: string;
  source: StripeSource;
  words: PaymentWords;
  fallback: ReactNode;
};

/** Stripe's whole payment page, within ours. When it is done it leads to the return page by itself. */
export function EmbeddedPanel({ clientSecret, source, words, fallback }: Props) {
  const opening = useStripeJs(source);
  if (opening.is === "failed") return <PaymentBlocked words={words}>{fallback}</PaymentBlocked>;
  if (opening.is === "loading") return <PaymentSkeleton label={words.formLoading} />;
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface px-3 py-4 noscript:hidden">
      <EmbeddedCheckoutProvider stripe={opening.stripe} options={{ clientSecret }}>
        <EmbeddedCheckout />
      </EmbeddedCheckoutProvider>
    </div>
  );
}
