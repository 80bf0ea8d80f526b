import type { OrderRow } from "@/components/account/order-rows";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney } from "@/lib/money/money";
import type { OwnOrder } from "@/lib/shoppers/queries";

const tones = {
  unpaid: "warn",
  checking: "info",
  placed: "good",
  sent: "good",
  partially_refunded: "neutral",
  refunded: "neutral",
  cancelled: "bad",
} as const;

/** Orders as finished words, in the language of whoever looks. */
export function orderRows(orders: readonly OwnOrder[], t: Translator<"account">): OrderRow[] {
  const day = new Intl.DateTimeFormat(t.tag, { dateStyle: "medium", timeZone: "UTC" });
  return orders.map((order) => {
    const state = order.state === "placed" && order.isSent ? "sent" : order.state;
    const { accessToken, number, at, itemCount, titles, total, imageUrl } = order;
    return {
      href: `/orders/${accessToken}`,
      title: t("order", { number: String(number ?? "") }),
      about: `${day.format(at)} · ${t("things", { count: itemCount })}`,
      names: titles.join(", "),
      total: formatMoney(total, t.tag),
      state: { label: t(`state_${state}`), tone: tones[state] },
      imageUrl,
    };
  });
}
