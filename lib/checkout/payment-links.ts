import { env } from "@/lib/env";
import { stepPath } from "./steps";

/** Where the payment provider sends the shopper afterwards, and where "cancel" leads. */
export function paymentLinks(orderToken: string): { returnUrl: string; cancelUrl: string } {
  const { storeUrl } = env();
  return {
    returnUrl: `${storeUrl}${returnPath(orderToken)}&session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${storeUrl}${stepPath.payment}`,
  };
}

export function returnPath(orderToken: string): string {
  return `/checkout/return?order=${orderToken}`;
}
