import { describe, expect, it } from "vitest";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { writeLetter } from "./letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";
import type { MailCause, MailOrder } from "./types";

const makeOrder = (changes: Partial<MailOrder> = {}): MailOrder => ({
  number: 1001,
  url: "https://shop.test/orders/token",
  locale: "en-US",
  currency: "USD",
  email: "ada@example.com",
  name: "Ada Lovelace",
  placedAt: new Date("2026-01-02T03:04:05Z"),
  shippingName: "Standard",
  shippingAddress: ["Ada Lovelace", "12 Quay Street", "Portland, OR 97205"],
  billingAddress: [],
  subtotalMinor: 4000,
  discountMinor: 0,
  shippingMinor: 0,
  taxMinor: 0,
  taxIncluded: false,
  taxLines: [],
  codes: [],
  giftCards: [],
  totalMinor: 4000,
  refundedMinor: 0,
  lines: [{ title: "Quay Mug", variantTitle: "Ochre", quantity: 2, totalMinor: 4000 }],
  ...changes,
});

function render(cause: MailCause, order = makeOrder()) {
  const letter = writeLetter(cause, order);
  const t = translator(localeOfTag(order.locale), "mail");
  return {
    letter,
    html: renderHtml({ letter, order, t, footer: order.email }),
    text: renderText({ letter, order, t, footer: order.email }),
  };
}

describe("mail", () => {
  it("confirms with lines, totals, address and the shopper's own link", () => {
    const { letter, html, text } = render({ kind: "order_confirmation" });

    expect(letter.subject).toBe("Order 1001 is confirmed");
    for (const content of [html, text]) {
      expect(content).toContain("Quay Mug");
      expect(content).toContain("$40.00");
      expect(content).toContain("12 Quay Street");
      expect(content).toContain("https://shop.test/orders/token");
      expect(content).toContain("Free");
    }
  });

  it.each([
    { locale: "en-US", currency: "JPY", totalMinor: 4000, shows: "¥4,000" },
    { locale: "de-DE", currency: "EUR", totalMinor: 123_456, shows: "1.234,56\u00a0€" },
    { locale: "en-GB", currency: "GBP", totalMinor: 999, shows: "£9.99" },
    { locale: "en-US", currency: "KWD", totalMinor: 1500, shows: "KWD\u00a01.500" },
  ] as const)("writes $currency as $locale does", ({ shows, ...change }) => {
    const { html, text } = render({ kind: "order_confirmation" }, makeOrder(change));
    expect(html).toContain(shows);
    expect(text).toContain(shows);
  });

  it("says how much of a part was refunded, now and in all", () => {
    const order = makeOrder({ refundedMinor: 1500 });
    const { letter, text } = render({ kind: "order_refunded", facts: { amountMinor: 500 } }, order);

    expect(letter.subject).toBe("Your refund of $5.00 for order 1001");
    expect(text).toContain("Refunded now: $5.00");
    expect(text).toContain("Refunded in all: $15.00");
    expect(text).toContain("Order total: $40.00");
  });

  it("says of a full refund that it is everything", () => {
    const order = makeOrder({ refundedMinor: 4000 });
    const { letter } = render({ kind: "order_refunded", facts: { amountMinor: 4000 } }, order);
    expect(letter.heading).toBe("Your order is refunded.");
  });

  it("says that a failed payment took nothing, before there is an order number", () => {
    const order = makeOrder({ number: null });
    const { letter, text } = render(
      { kind: "payment_failed", facts: { code: "insufficient_funds" } },
      order,
    );
    expect(letter.subject).toBe("The payment for your order did not go through");
    expect(text).toContain("There is not enough money on the card or account.");
    expect(text).toContain("Nothing was charged.");
    expect(letter.button.url).toBe("https://shop.test/orders/token/pay");
  });

  it("links a parcel only to an address that is a page", () => {
    const bad = { kind: "order_shipped", facts: { trackingUrl: "javascript:alert(1)" } } as const;
    const good = { kind: "order_shipped", facts: { trackingUrl: "https://post.test/1" } } as const;
    expect(render(bad).letter.button.url).toBe("https://shop.test/orders/token");
    expect(render(good).letter.button).toEqual({
      label: "Track the parcel",
      url: "https://post.test/1",
    });
  });

  it("shows what strangers typed as text, never as markup", () => {
    const evil = `<img src=x onerror="alert('1')">`;
    const order = makeOrder({
      name: evil,
      email: evil,
      billingAddress: [evil],
      lines: [{ title: evil, variantTitle: evil, quantity: 1, totalMinor: 4000 }],
    });
    const { html } = render({ kind: "order_cancelled" }, order);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;");
  });

  const causes: MailCause[] = [
    { kind: "order_confirmation" },
    { kind: "order_refunded", facts: { amountMinor: 1500 } },
    { kind: "order_refunded", facts: { amountMinor: 4000 } },
    { kind: "payment_failed", facts: { code: "insufficient_funds" } },
    { kind: "payment_failed", facts: { code: "a code of tomorrow" } },
    { kind: "action_needed", facts: { amountMinor: 4000 } },
    { kind: "order_shipped" },
    { kind: "order_cancelled" },
    { kind: "order_cancelled", facts: { why: "sold_out" } },
    { kind: "order_link" },
  ];

  it.each([
    { locale: "de-DE", currency: "KWD", total: "4,000\u00a0KWD" },
    { locale: "fr-FR", currency: "EUR", total: "40,00\u00a0€" },
    { locale: "es-ES", currency: "GBP", total: "40,00\u00a0GBP" },
    { locale: "ja-JP", currency: "JPY", total: "￥4,000" },
  ] as const)("says everything in $locale, and nothing in English", ({ total, ...change }) => {
    const order = makeOrder({ ...change, codes: [], shippingName: null });
    for (const cause of causes) {
      const { letter, html, text } = render(cause, order);
      const english = render(cause, { ...order, locale: "en-US" }).letter;
      const { subject, preview, heading, paragraphs, button } = letter;
      const ours = [subject, heading, ...paragraphs, button.label, preview];
      const theirs = new Set([
        english.subject,
        english.heading,
        ...english.paragraphs,
        english.button.label,
        english.preview,
      ]);
      expect(ours.filter((words) => theirs.has(words))).toEqual([]);
      const shown = letter.showOrder ? total : "";
      for (const content of [html, text]) {
        expect(content).not.toMatch(/undefined|NaN|\{\w/);
        expect(content).toContain(shown);
      }
    }
  });

  it("does not call what was paid still to pay", () => {
    const giftCards = [{ last4: "AB12", amountMinor: 1000 }];
    const paid = render({ kind: "order_confirmation" }, makeOrder({ giftCards })).text;
    expect(paid).toMatch(/Paid another way +\$30\.00/);
    const failed = { kind: "payment_failed", facts: { code: null } } as const;
    const unpaid = render(failed, makeOrder({ giftCards, placedAt: null })).text;
    expect(unpaid).toContain("To pay: $30.00");
    expect(unpaid).toMatch(/Still to pay +\$30\.00/);
  });
});
