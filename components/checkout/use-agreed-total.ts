import type { useCheckoutElements } from "@stripe/react-stripe-js/checkout";
import { useEffect, useState } from "react";
import { useLiveTotal } from "./live-total";

type Checkout = Extract<ReturnType<typeof useCheckoutElements>, { type: "success" }>["checkout"];

/**
 * Whether Stripe.js shows the total that the page shows. Both come a moment apart when it changes, so where
 * they differ Stripe.js looks again before anything is concluded; what was typed in its fields stays.
 */
export function useAgreedTotal(
  checkout: Checkout | null,
  totalMinor: number,
): "agreed" | "checking" | "differs" {
  const { isChanging, connect } = useLiveTotal();
  const [looked, setLooked] = useState<string | null>(null);
  const update = checkout?.runServerUpdate ?? null;
  const shownMinor = checkout?.total.total.minorUnitsAmount ?? totalMinor;
  const difference = shownMinor === totalMinor ? null : `${shownMinor} ${totalMinor}`;

  useEffect(() => {
    connect(update);
    return () => connect(null);
  }, [connect, update]);
  // The next difference is another one, even when it is the same.
  if (difference === null && looked !== null) setLooked(null);

  useEffect(() => {
    if (isChanging || update === null || difference === null || difference === looked) return;
    const conclude = () => setLooked(difference);
    update(() => Promise.resolve()).then(conclude, conclude);
  }, [isChanging, update, difference, looked]);

  if (difference === null) return isChanging ? "checking" : "agreed";
  return isChanging || difference !== looked ? "checking" : "differs";
}
