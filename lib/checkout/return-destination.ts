import type { ShopperState } from "@/lib/orders/shopper-state";
import { withNotice } from "./notices";
import { stepPath } from "./steps";

/**
 * Where the return page leads. "Not paid" may only be said when the payment provider has said so;
 * while it has not answered, the order's page waits for it.
 */
export function returnDestination(
  order: { accessToken: string; state: ShopperState },
  providerAnswered: boolean,
): string {
  const page = `/orders/${order.accessToken}`;
  if (order.state !== "unpaid") return page;
  return providerAnswered ? withNotice(stepPath.payment, "unpaid") : `${page}?checking=1`;
}
