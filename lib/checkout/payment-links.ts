import { env } from "@/lib/env";
import { withNotice } from "./notices";
import { stepPath } from "./steps";

/** Where a shopper pays: within the checkout, or by the link of an order that is not paid yet. */
export const payingFrom = ["checkout", "order"] as const;
export type PayingFrom = (typeof payingFrom)[number];

export function paymentPath(orderToken: string, from: PayingFrom): string {
  return from === "checkout" ? stepPath.payment : `/orders/${orderToken}/pay`;
}

/** Where the payment provider sends the shopper afterwards, and where "cancel" leads. */
export function paymentLinks(
  orderToken: string,
  from: PayingFrom,
): { returnUrl: string; cancelUrl: string } {
  const { storeUrl } = env();
  return {
    returnUrl: `${storeUrl}${returnPath(orderToken)}&session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${storeUrl}${withNotice(paymentPath(orderToken, from), "cancelled")}`,
  };
}

export function returnPath(orderToken: string): string {
  return `/checkout/return?order=${orderToken}`;
}
