import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import type { MailOrder } from "./types";

export type TotalRow = { label: string; value: string };

/** The sums below the lines; what is zero is left out, but shipping to somewhere is "Free". */
export function totalRows(order: MailOrder): TotalRow[] {
  const show = (minor: number) => formatMoney(money(minor, order.currency), order.locale);
  const t = translator(localeOfTag(order.locale), "totals");
  const rows: TotalRow[] = [{ label: t("goods"), value: show(order.subtotalMinor) }];
  if (order.discountMinor > 0)
    rows.push({ label: t("discount"), value: `−${show(order.discountMinor)}` });
  if (order.shippingMinor > 0 || order.shippingAddress.length > 0) {
    const label = order.shippingName
      ? t("shippingBy", { name: order.shippingName })
      : t("shipping");
    rows.push({ label, value: order.shippingMinor > 0 ? show(order.shippingMinor) : t("free") });
  }
  if (order.taxMinor > 0) rows.push({ label: t("tax"), value: show(order.taxMinor) });
  return rows;
}
