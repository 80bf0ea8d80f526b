"use client";
import { EmbeddedCheckout, EmbeddedCheckoutProvider } from "@stripe/react-stripe-js";
import { useEffect, useRef, useState, type ReactNode } from "react";
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
    <Growing>
      <EmbeddedCheckoutProvider stripe={opening.stripe} options={{ clientSecret }}>
        <EmbeddedCheckout />
      </EmbeddedCheckoutProvider>
    </Growing>
  );
}

/** Stripe does not say when its page has come; it is there when its frame is taller than an empty one. */
const GROWN_PX = 300;

/** `data-opening`, as on the skeleton: what stands below it may still move. */
function Growing({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isGrown, setGrown] = useState(false);
  useEffect(() => {
    const look = new ResizeObserver(
      ([entry]) => (entry?.contentRect.height ?? 0) > GROWN_PX && setGrown(true),
    );
    if (box.current) look.observe(box.current);
    return () => look.disconnect();
  }, []);
  return (
    <div
      ref={box}
      data-opening={isGrown ? undefined : true}
      className="overflow-clip rounded-lg border border-line bg-surface px-3 py-4 noscript:hidden"
    >
      {children}
    </div>
  );
}
