import type { ShopperState } from "@/lib/orders/shopper-state";
import { withNotice } from "./notices";
import { paymentPath, type PayingFrom } from "./payment-links";

/**
 * Where the return page leads. "Not paid" may only be said when the payment provider has said so;
 * while it has not answered, the order's page waits for it.
 */
export function returnDestination(
  order: { accessToken: string; state: ShopperState },
  providerAnswered: boolean,
  from: PayingFrom,
): string {
  const page = `/orders/${order.accessToken}`;
  if (order.state !== "unpaid") return page;
  if (!providerAnswered) return `${page}?checking=1`;
  return withNotice(paymentPath(order.accessToken, from), "unpaid");
}
