import type { Translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import { addressLines } from "@/lib/shipping/address";
import { paidWithText } from "./paid-with";
import type { ShopperOrder } from "./shopper-queries";
import { shopperStory, type StoryTone } from "./shopper-story";

/** What an order's page and its receipt show, as finished words in the order's language. */
type Words = Translator<"order">;

const amount = ({ currency, locale }: ShopperOrder, minor: number) =>
  formatMoney(money(minor, currency), locale);

export function dateFormat(locale: string, timeStyle?: "short"): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle, timeZone: "UTC" });
}

export type RefundLine = { id: string; label: string; amount: string };

export function orderRefunds(order: ShopperOrder, t: Words): RefundLine[] {
  return order.refunds.map(({ id, amountMinor, isDone, at }) => {
    const day = dateFormat(order.locale).format(at);
    const label = isDone ? t("refundedOn", { day }) : t("refundUnderWay", { day });
    return { id, label, amount: amount(order, amountMinor) };
  });
}

export type StoryLine = { id: string; title: string; tone: StoryTone; iso: string; when: string };

export function orderStory(order: ShopperOrder, t: Words): StoryLine[] {
  const format = dateFormat(order.locale, "short");
  return shopperStory(order.events).map(({ id, kind, tone, at }) => {
    return { id, title: t(kind), tone, iso: at.toISOString(), when: `${format.format(at)} UTC` };
  });
}

export type Block = { label: string; lines: string[] };

export function orderBlocks(order: ShopperOrder, t: Words): Block[] {
  const { billingAddress, email, locale, paidBy, phone, shippingAddress, shippingName } = order;
  const day = order.placedAt && dateFormat(locale).format(order.placedAt);
  const blocks = [
    { label: t("date"), lines: day === null ? [] : [day] },
    { label: t("shipTo"), lines: shippingAddress ? addressLines(shippingAddress, locale) : [] },
    { label: t("sentBy"), lines: shippingName === null ? [] : [shippingName] },
    { label: t("contact"), lines: [email, phone ?? ""].filter(Boolean) },
    { label: t("billing"), lines: addressLines(billingAddress, locale) },
    { label: t("payment"), lines: paidBy.map((payment) => paymentText(order, payment, t)) },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function paymentText(
  order: ShopperOrder,
  { amountMinor, captureBefore, isHeld, paidWith }: ShopperOrder["paidBy"][number],
  t: Words,
): string {
  const means = paidWith === null ? t("paid") : paidWithText(paidWith, t);
  const payment = `${means} · ${amount(order, amountMinor)}`;
  if (!isHeld) return payment;
  if (captureBefore === null) return t("held", { payment });
  return t("heldUntil", { payment, day: dateFormat(order.locale).format(captureBefore) });
}
