import type Stripe from "stripe";
import type { PageSeen } from "@/lib/payments/core/gateway-answers";

/** Set by the update that changes what a session costs, in one request with its lines. */
export const AMENDED_BY = "amendment_id";

export function pageOf(session: Stripe.Checkout.Session): PageSeen {
  return {
    amendmentId: session.metadata?.[AMENDED_BY] ?? null,
    totalMinor: session.amount_total ?? 0,
    isOpen: session.status === "open",
  };
}
