import { sum } from "@/lib/money/divide";
import { formatMoney, money } from "@/lib/money/money";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { countryName } from "@/lib/shipping/address";
import type { Checkout } from "./queries";
import { cartFacts } from "./summary";
import { totalsView, type TotalRow } from "@/lib/pricing/totals-view";

/** The sums of the bag: what is known, and what sending it would cost, which is not in the total yet. */
export function bagTotals(
  checkout: Checkout,
  tag: string,
): { rows: TotalRow[]; value: string; note: string } {
  const { currency, rates, rate, draft, lines, totals } = checkout;
  const t = translator(localeOfTag(tag), "totals");
  const bag = translator(localeOfTag(tag), "bag");
  const show = (minor: number) => formatMoney(money(minor, currency), tag);
  const { rows, total } = totalsView(cartFacts(checkout, false), tag);
  const [, ...others] = rows.filter(({ is }) => is !== "shipping");
  const cheapest = Math.min(...rates.map(({ amountMinor }) => amountMinor));
  const costs =
    totals.shippingMinor === 0 || cheapest === 0
      ? t("free")
      : t("from", { amount: show(cheapest) });
  return {
    rows: [
      {
        label: bag("things", { count: sum(lines.map(({ quantity }) => quantity)) }),
        value: show(totals.subtotalMinor),
      },
      ...others,
      {
        label: t("shippingTo", { country: countryName(draft.shipping.country, tag) }),
        value: rate === null ? t("notThere") : costs,
        tone: "muted",
      },
    ],
    value: total.value,
    note: bag(totals.taxIncluded ? "noteTaxIncluded" : "note"),
  };
}
