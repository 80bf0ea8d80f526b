import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { nameOf, type CheckoutLine } from "./cart";

/** What is not as the shopper saw it last. */
export type LineChange =
  | { is: "price"; name: string; beforeMinor: number; nowMinor: number }
  | { is: "sold_out"; name: string }
  | { is: "reduced"; name: string; left: number };

/** Pure. A line of which no price was shown yet has no change of price. */
export function changesOf(lines: readonly CheckoutLine[]): LineChange[] {
  return lines.flatMap((line): LineChange[] => {
    const { unitPriceMinor: nowMinor, seenPriceMinor, availableQuantity: left, quantity } = line;
    const name = nameOf(line);
    const changes: LineChange[] = [];
    if (nowMinor !== null && seenPriceMinor !== null && nowMinor !== seenPriceMinor) {
      changes.push({ is: "price", name, beforeMinor: seenPriceMinor, nowMinor });
    }
    if (nowMinor === null || left === null || left >= quantity) return changes;
    changes.push(left === 0 ? { is: "sold_out", name } : { is: "reduced", name, left });
    return changes;
  });
}

/** In the shopper's words. */
export function changesView(changes: readonly LineChange[], currency: Currency, tag: string) {
  const t = translator(localeOfTag(tag), "totals");
  const show = (minor: number) => formatMoney(money(minor, currency), tag);
  const words = changes.map((change) => {
    const { name } = change;
    switch (change.is) {
      case "price":
        return t("priceChanged", {
          name,
          before: show(change.beforeMinor),
          now: show(change.nowMinor),
        });
      case "sold_out":
        return t("soldOut", { name });
      case "reduced":
        return t("reduced", { name, left: change.left });
    }
  });
  return { title: t("changedTitle"), changes: words };
}
