import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveStatus } from "@/components/checkout/live-status";
import { OrderDetails } from "@/components/checkout/order-details";
import { orderSummary } from "@/lib/checkout/summary";
import { shop } from "@/lib/shop";
import { formatMoney, money } from "@/lib/money/money";
import { addressLines } from "@/lib/shipping/address";
import { paidWithText } from "@/lib/orders/paid-with";
import { findShopperOrder, type ShopperOrder } from "@/lib/orders/shopper-queries";
import { isSettled } from "@/lib/orders/shopper-state";
import { shopperStory } from "@/lib/orders/shopper-story";
import { OrderHead } from "./order-head";

export const metadata: Metadata = {
  title: "Your order",
  robots: { index: false, follow: false },
  // The address is the key to the page: it must not travel to other sites.
  referrer: "same-origin",
};

type Props = PageProps<"/orders/[token]">;

export default async function OrderPage({ params, searchParams }: Props) {
  const order = await findShopperOrder((await params).token);
  if (order === null) notFound();
  // The return page got no answer from the payment provider: until one comes, nobody says "unpaid".
  const unanswered = order.state === "unpaid" && (await searchParams).checking === "1";
  const state = unanswered ? "checking" : order.state;
  return (
    <div className="page py-6 sm:py-10">
      <p className="mb-6 hidden text-lg font-semibold print:block">{shop.name} · Receipt</p>
      <OrderHead order={order} state={state} />
      <OrderDetails
        summary={orderSummary(order)}
        refunds={refundsOf(order)}
        blocks={blocksOf(order)}
        story={storyOf(order)}
      />
      {!isSettled(state) && <LiveStatus />}
    </div>
  );
}

const amount = ({ currency, locale }: ShopperOrder, minor: number) =>
  formatMoney(money(minor, currency), locale);

function dateFormat(locale: string, timeStyle?: "short"): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle, timeZone: "UTC" });
}

function refundsOf(order: ShopperOrder) {
  return order.refunds.map(({ id, amountMinor, isDone, at }) => {
    const day = dateFormat(order.locale).format(at);
    const label = isDone ? `Refunded on ${day}` : `Refund on its way since ${day}`;
    return { id, label, amount: amount(order, amountMinor) };
  });
}

function storyOf(order: ShopperOrder) {
  const format = dateFormat(order.locale, "short");
  return shopperStory(order.events).map((item) => ({
    ...item,
    when: `${format.format(item.at)} UTC`,
  }));
}

function blocksOf(order: ShopperOrder) {
  const { billingAddress, email, locale, paidBy, phone, shippingAddress, shippingName } = order;
  const day = order.placedAt && dateFormat(locale).format(order.placedAt);
  const blocks = [
    { label: "Date", lines: day === null ? [] : [day] },
    { label: "Ship to", lines: shippingAddress ? addressLines(shippingAddress, locale) : [] },
    { label: "Sent by", lines: shippingName === null ? [] : [shippingName] },
    { label: "Contact", lines: [email, phone ?? ""].filter(Boolean) },
    { label: "Billing address", lines: addressLines(billingAddress, locale) },
    { label: "Payment", lines: paidBy.map((payment) => paymentText(order, payment)) },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function paymentText(order: ShopperOrder, payment: ShopperOrder["paidBy"][number]): string {
  const { amountMinor, captureBefore, isHeld, paidWith } = payment;
  const means = paidWith === null ? "Paid" : paidWithText(paidWith);
  const sum = `${means} · ${amount(order, amountMinor)}`;
  if (!isHeld) return sum;
  const day =
    captureBefore === null ? "" : ` until ${dateFormat(order.locale).format(captureBefore)}`;
  return `${sum}, held${day} and charged when your order leaves us`;
}
