import { formatMoney, money } from "@/lib/money/money";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ShopperOrder } from "@/lib/orders/shopper-queries";
import { isPriced } from "./cart";
import type { Checkout } from "./queries";
import { totalsView, type TotalFacts, type TotalsView } from "@/lib/pricing/totals-view";

export type SummaryLine = {
  id: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  total: string;
};

/** What stands beside the steps, and on the order's page: finished words and amounts. */
export type SummaryView = {
  lines: SummaryLine[];
  totals: TotalsView;
  words: { title: string; summary: string; show: string; hide: string; quantity: string };
};

function wordsOf(tag: string) {
  const t = translator(localeOfTag(tag), "totals");
  const words = {
    title: t("yourOrder"),
    summary: t("summary"),
    show: t("show"),
    hide: t("hide"),
    quantity: t("quantity"),
  };
  return { t, words };
}

/** What stands beside the steps before there is an order. */
export function cartSummary(
  checkout: Checkout,
  when: "before-shipping" | "at-shipping",
  tag: string,
): SummaryView {
  const { currency, lines, rate } = checkout;
  const { t, words } = wordsOf(tag);
  return {
    lines: lines.map((line) => ({
      id: line.variantId,
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      total: isPriced(line)
        ? formatMoney(money(line.unitPriceMinor * line.quantity, currency), tag)
        : t("unavailable"),
    })),
    totals: totalsView(cartFacts(checkout, when === "at-shipping" && rate !== null), tag),
    words,
  };
}

/** Before shipping is known, neither it nor a tax that comes on top is in the sum. */
export function cartFacts(checkout: Checkout, isShippingKnown: boolean): TotalFacts {
  const { currency, rate, totals } = checkout;
  const { subtotalMinor, discountMinor, promotions, giftCards, taxIncluded } = totals;
  const codes = promotions;
  const common = { currency, subtotalMinor, discountMinor, codes, taxIncluded };
  if (!isShippingKnown) {
    return {
      ...common,
      shippingMinor: null,
      shippingName: null,
      taxLines: [],
      taxMinor: 0,
      totalMinor: subtotalMinor - discountMinor,
      giftCards: [],
    };
  }
  const { shippingMinor, taxLines, taxMinor, totalMinor } = totals;
  const known = { shippingMinor, taxLines, taxMinor, totalMinor, giftCards };
  return { ...common, ...known, shippingName: rate?.name ?? null };
}

/** The same for an order: what was agreed on, whatever a price or the bag does now. */
export function orderSummary(
  order: ShopperOrder,
  giftCards: TotalFacts["giftCards"] = order.giftCards,
): SummaryView {
  const { currency, locale } = order;
  return {
    lines: order.lines.map(({ id, title, variantTitle, imageUrl, quantity, ...line }) => {
      const total = formatMoney(money(line.totalMinor, currency), locale);
      return { id, title, variantTitle, imageUrl, quantity, total };
    }),
    totals: totalsView({ ...order, giftCards }, locale),
    words: wordsOf(locale).words,
  };
}
