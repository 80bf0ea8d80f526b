import { localeOfTag } from "@/lib/i18n/locales";
import { translator, type Translator } from "@/lib/i18n/translator";
import { sum } from "@/lib/money/divide";
import { formatMoney, money } from "@/lib/money/money";
import { failureWords } from "@/lib/payments/failure-words";
import type { Letter, MailCause, MailOrder } from "./types";

type Words = Translator<"mail">;

/** What each mail says, in the order's language. Pure: the order and the cause in, the letter out. */
export function writeLetter(cause: MailCause, order: MailOrder): Letter {
  const t = translator(localeOfTag(order.locale), "mail");
  switch (cause.kind) {
    case "order_confirmation":
      return confirmation(t, order);
    case "order_refunded":
      return refund(t, order, cause.facts);
    case "payment_failed":
      return paymentFailed(t, order, cause.facts.code);
    case "action_needed":
      return actionNeeded(t, order, cause.facts.amountMinor);
    case "order_cancelled":
      return cancelled(t, order, cause.facts?.why);
    case "order_shipped":
      return shipped(t, order, cause.facts ?? {});
    case "order_link":
      return linkRequested(t, order);
  }
}

/** As a text and not as a number: "Order 1001" and never "Order 1,001". */
const numberOf = ({ number }: MailOrder) => ({ number: number === null ? "none" : String(number) });

const firstName = ({ name }: MailOrder): string => name.trim().split(/\s+/)[0] ?? "";

function amount(order: MailOrder, minor: number): string {
  return formatMoney(money(minor, order.currency), order.locale);
}

/** What gift cards hold for it is not asked for again. */
const leftMinor = ({ totalMinor, giftCards }: MailOrder): number =>
  totalMinor - sum(giftCards.map(({ amountMinor }) => amountMinor));

const viewOrder = (t: Words, order: MailOrder) => ({ label: t("viewOrder"), url: order.url });

function confirmation(t: Words, order: MailOrder): Letter {
  // A Japanese letter is not addressed by the first word of a name.
  const name = t.locale === "ja" ? order.name.trim() : firstName(order);
  const count = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    subject: t("confirmedSubject", numberOf(order)),
    preview: `${amount(order, order.totalMinor)} · ${t("items", { count })}`,
    tone: "good",
    eyebrow: t("order", numberOf(order)),
    heading: name ? t("thanksName", { name }) : t("thanks"),
    paragraphs: [order.shippingAddress.length > 0 ? t("confirmedParcel") : t("confirmedDone")],
    facts: [],
    button: viewOrder(t, order),
    showOrder: true,
  };
}

function refund(t: Words, order: MailOrder, facts: { amountMinor: number }): Letter {
  const back = amount(order, facts.amountMinor);
  const isEverything = facts.amountMinor === order.totalMinor;
  const detail: Letter["facts"] = [{ label: t("refundedNow"), value: back, strong: true }];
  if (!isEverything) {
    detail.push({ label: t("refundedInAll"), value: amount(order, order.refundedMinor) });
    detail.push({ label: t("orderTotal"), value: amount(order, order.totalMinor) });
  }
  return {
    subject: t("refundSubject", { amount: back, ...numberOf(order) }),
    preview: isEverything ? t("refundAllPreview") : t("refundPartPreview"),
    tone: "neutral",
    eyebrow: t("order", numberOf(order)),
    heading: isEverything ? t("refundAll") : t("refundPart", { amount: back }),
    paragraphs: [t("refundText", { amount: back })],
    facts: detail,
    button: viewOrder(t, order),
    showOrder: false,
  };
}

function paymentFailed(t: Words, order: MailOrder, code: string | null): Letter {
  return {
    subject: t("failedSubject", numberOf(order)),
    preview: t("failedPreview"),
    tone: "bad",
    eyebrow: t("failedEyebrow"),
    heading: t("failed"),
    paragraphs: [...(code === null ? [] : [failureWords(code, t.locale)]), t("failedText")],
    facts: [{ label: t("toPay"), value: amount(order, leftMinor(order)), strong: true }],
    button: { label: t("payOtherwise"), url: `${order.url}/pay` },
    showOrder: true,
  };
}

function actionNeeded(t: Words, order: MailOrder, amountMinor: number): Letter {
  return {
    subject: t("actionSubject", numberOf(order)),
    preview: t("actionPreview"),
    tone: "neutral",
    eyebrow: t("order", numberOf(order)),
    heading: t("action"),
    paragraphs: [t("actionText")],
    facts: [{ label: t("toPay"), value: amount(order, amountMinor), strong: true }],
    button: { label: t("actionButton"), url: `${order.url}/pay` },
    showOrder: true,
  };
}

function cancelled(t: Words, order: MailOrder, why: "sold_out" | undefined): Letter {
  return {
    subject: t("cancelledSubject", numberOf(order)),
    preview: t("cancelledPreview"),
    tone: "neutral",
    eyebrow: t("order", numberOf(order)),
    heading: t("cancelled"),
    paragraphs: [why === "sold_out" ? t("cancelledSoldOut") : t("cancelledText")],
    facts: [],
    button: viewOrder(t, order),
    showOrder: true,
  };
}

type Parcel = {
  carrier?: string | null;
  trackingNumber?: string | null;
  trackingUrl?: string | null;
};

function shipped(
  t: Words,
  order: MailOrder,
  { carrier, trackingNumber, trackingUrl }: Parcel,
): Letter {
  const facts: Letter["facts"] = [];
  if (carrier) facts.push({ label: t("carrier"), value: carrier });
  if (trackingNumber) facts.push({ label: t("trackingNumber"), value: trackingNumber });
  // Only an address that a browser opens as a page becomes a link.
  const track = trackingUrl && /^https?:\/\//i.test(trackingUrl) ? trackingUrl : null;
  return {
    subject: t("shippedSubject", numberOf(order)),
    preview: carrier ? t("shippedBy", { carrier }) : t("shippedPreview"),
    tone: "good",
    eyebrow: t("order", numberOf(order)),
    heading: t("shipped"),
    paragraphs: [t("shippedText")],
    facts,
    button: track ? { label: t("track"), url: track } : viewOrder(t, order),
    showOrder: true,
  };
}

function linkRequested(t: Words, order: MailOrder): Letter {
  return {
    subject: t("linkSubject", numberOf(order)),
    preview: t("linkPreview"),
    tone: "neutral",
    eyebrow: t("order", numberOf(order)),
    heading: t("link"),
    paragraphs: [t("linkText")],
    facts: [],
    button: viewOrder(t, order),
    showOrder: false,
  };
}
