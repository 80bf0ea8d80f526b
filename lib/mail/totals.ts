import { totalsView, type TotalRow } from "@/lib/pricing/totals-view";
import type { MailOrder } from "./types";

type Rows = {
  /** Above the total; an order that is not sent has no row for shipping. */
  sums: TotalRow[];
  /** Below it: gift cards, and what was left. */
  tender: TotalRow[];
};

/** The sums below the lines, as the order's page shows them. */
export function totalRows(order: MailOrder): Rows {
  const { rows, tender } = totalsView(order, order.locale);
  const isSent = order.shippingMinor > 0 || order.shippingAddress.length > 0;
  return { sums: rows.filter(({ is }) => is !== "shipping" || isSent), tender };
}
