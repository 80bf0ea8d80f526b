import { formatMoney, money } from "@/lib/money/money";
import type { Letter, MailCause, MailOrder } from "./types";

/** What each mail says. Pure: the order and the cause in, the letter out. */
export function writeLetter(cause: MailCause, order: MailOrder): Letter {
  switch (cause.kind) {
    case "order_confirmation":
      return confirmation(order);
    case "order_refunded":
      return refund(order, cause.facts);
    case "payment_failed":
      return paymentFailed(order, cause.facts?.message ?? null);
    case "action_needed":
      return actionNeeded(order, cause.facts.amountMinor);
    case "order_cancelled":
      return cancelled(order, cause.facts?.reason ?? null);
    case "order_shipped":
      return shipped(order, cause.facts ?? {});
  }
}

const yourOrder = ({ number }: MailOrder): string =>
  number === null ? "your order" : `order ${number}`;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const firstName = ({ name }: MailOrder): string => name.trim().split(/\s+/)[0] ?? "";

function amount(order: MailOrder, minor: number): string {
  return formatMoney(money(minor, order.currency), order.locale);
}

const viewOrder = (order: MailOrder) => ({ label: "View your order", url: order.url });

function confirmation(order: MailOrder): Letter {
  const name = firstName(order);
  const promise =
    order.shippingAddress.length > 0
      ? "We have your order and are getting it ready. You will hear from us again when it leaves the harbour."
      : "We have your order, and it is complete.";
  return {
    subject: `${sentence(yourOrder(order))} is confirmed`,
    preview: `${amount(order, order.totalMinor)} · ${countItems(order)}`,
    tone: "good",
    eyebrow: `${sentence(yourOrder(order))}`,
    heading: name ? `Thank you, ${name}.` : "Thank you.",
    paragraphs: [promise],
    facts: [],
    button: viewOrder(order),
    showOrder: true,
  };
}

function countItems({ lines }: MailOrder): string {
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return items === 1 ? "1 item" : `${items} items`;
}

function refund(order: MailOrder, facts: { amountMinor: number; reason?: string | null }): Letter {
  const back = amount(order, facts.amountMinor);
  const isEverything = facts.amountMinor === order.totalMinor;
  const detail: Letter["facts"] = [{ label: "Refunded now", value: back, strong: true }];
  if (!isEverything) {
    detail.push({ label: "Refunded in all", value: amount(order, order.refundedMinor) });
    detail.push({ label: "Order total", value: amount(order, order.totalMinor) });
  }
  return {
    subject: `Your refund of ${back} for ${yourOrder(order)}`,
    preview: isEverything ? "The whole order was refunded." : "A part of your order was refunded.",
    tone: "neutral",
    eyebrow: sentence(yourOrder(order)),
    heading: isEverything ? "Your order is refunded." : `${back} is on its way back.`,
    paragraphs: [
      `We have returned ${back} to the way you paid. Banks need 5 to 10 days to show it on a statement.`,
    ],
    facts: detail,
    button: viewOrder(order),
    showOrder: false,
  };
}

function paymentFailed(order: MailOrder, message: string | null): Letter {
  return {
    subject: `The payment for ${yourOrder(order)} did not go through`,
    preview: "Nothing was charged. You can pay another way.",
    tone: "bad",
    eyebrow: "Payment failed",
    heading: "The payment did not go through.",
    paragraphs: [
      ...(message ? [message] : []),
      "Nothing was charged. Your order is still here: you can pay it another way.",
    ],
    facts: [{ label: "To pay", value: amount(order, order.totalMinor), strong: true }],
    button: { label: "Pay another way", url: `${order.url}/pay` },
    showOrder: true,
  };
}

function actionNeeded(order: MailOrder, amountMinor: number): Letter {
  return {
    subject: `Your bank asks you to confirm the payment for ${yourOrder(order)}`,
    preview: "Nothing was charged yet. It takes a minute.",
    tone: "neutral",
    eyebrow: sentence(yourOrder(order)),
    heading: "Your bank wants to hear from you.",
    paragraphs: [
      "We tried to charge your saved card, and your bank wants you to confirm that it is you. Nothing was charged yet.",
    ],
    facts: [{ label: "To pay", value: amount(order, amountMinor), strong: true }],
    button: { label: "Confirm and pay", url: `${order.url}/pay` },
    showOrder: true,
  };
}

function cancelled(order: MailOrder, reason: string | null): Letter {
  return {
    subject: `${sentence(yourOrder(order))} is cancelled`,
    preview: "Nothing more will be charged for it.",
    tone: "neutral",
    eyebrow: sentence(yourOrder(order)),
    heading: "Your order is cancelled.",
    paragraphs: [
      ...(reason ? [reason] : []),
      "Nothing more will be charged for it. An amount that your bank had set aside is released; that can take a few days to show.",
    ],
    facts: [],
    button: viewOrder(order),
    showOrder: true,
  };
}

type Parcel = {
  carrier?: string | null;
  trackingNumber?: string | null;
  trackingUrl?: string | null;
};

function shipped(order: MailOrder, { carrier, trackingNumber, trackingUrl }: Parcel): Letter {
  const facts: Letter["facts"] = [];
  if (carrier) facts.push({ label: "Carrier", value: carrier });
  if (trackingNumber) facts.push({ label: "Tracking number", value: trackingNumber });
  // Only an address that a browser opens as a page becomes a link.
  const track = trackingUrl && /^https?:\/\//i.test(trackingUrl) ? trackingUrl : null;
  return {
    subject: `${sentence(yourOrder(order))} is on its way`,
    preview: carrier ? `Sent with ${carrier}.` : "Your parcel has left us.",
    tone: "good",
    eyebrow: sentence(yourOrder(order)),
    heading: "It is on its way.",
    paragraphs: ["Your parcel has left us and is sailing towards you."],
    facts,
    button: track ? { label: "Track the parcel", url: track } : viewOrder(order),
    showOrder: true,
  };
}
