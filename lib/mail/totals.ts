import { formatMoney, money } from "@/lib/money/money";
import type { MailOrder } from "./types";

export type TotalRow = { label: string; value: string };

/** The sums below the lines; what is zero is left out, but shipping to somewhere is "Free". */
export function totalRows(order: MailOrder): TotalRow[] {
  const show = (minor: number) => formatMoney(money(minor, order.currency), order.locale);
  const rows: TotalRow[] = [{ label: "Subtotal", value: show(order.subtotalMinor) }];
  if (order.discountMinor > 0)
    rows.push({ label: "Discount", value: `−${show(order.discountMinor)}` });
  if (order.shippingMinor > 0 || order.shippingAddress.length > 0) {
    const label = order.shippingName ? `Shipping, ${order.shippingName}` : "Shipping";
    rows.push({ label, value: order.shippingMinor > 0 ? show(order.shippingMinor) : "Free" });
  }
  if (order.taxMinor > 0) rows.push({ label: "Tax", value: show(order.taxMinor) });
  return rows;
}
