import type { Stripe } from "@stripe/stripe-js";
import { useEffect, useState } from "react";
import { openStripe, type StripeSource } from "./open-stripe";

type Opening = { is: "loading" } | { is: "ready"; stripe: Stripe } | { is: "failed" };

/** Stripe.js for a form in the page, and the page's own end when the browser brings it back from memory. */
export function useStripeJs({ publishableKey, script, locale }: StripeSource): Opening {
  const [opening, setOpening] = useState<Opening>({ is: "loading" });

  useEffect(() => {
    let here = true;
    openStripe({ publishableKey, script, locale }).then(
      (stripe) => here && setOpening({ is: "ready", stripe }),
      () => here && setOpening({ is: "failed" }),
    );
    return () => {
      here = false;
    };
  }, [publishableKey, script, locale]);

  useEffect(() => {
    // A page that Back brings from the browser's memory shows a payment that may be over.
    const onShow = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);

  return opening;
}
