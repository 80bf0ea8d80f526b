import { totalsView, type TotalRow } from "@/lib/pricing/totals-view";
import type { MailOrder } from "./types";

type Rows = {
  /** Above the total. */
  sums: TotalRow[];
  /** Below it: gift cards, and what was left. */
  tender: TotalRow[];
};

/** The sums below the lines, as the order's page shows them. */
export function totalRows(order: MailOrder): Rows {
  const { rows, tender } = totalsView(order, order.locale);
  return { sums: rows, tender };
}
