import { formatMoney, money } from "@/lib/money/money";
import { totalRows } from "./totals";
import type { Letter, MailOrder } from "./types";

const WIDTH = 64;

/** Label at the left, value at the right edge of the page. */
function row(label: string, value: string): string {
  const gap = Math.max(2, WIDTH - label.length - value.length);
  return `${label}${" ".repeat(gap)}${value}`;
}

const rule = "-".repeat(WIDTH);

function orderText(order: MailOrder): string[] {
  const show = (minor: number) => formatMoney(money(minor, order.currency), order.locale);
  const lines = order.lines.map(({ title, variantTitle, quantity, totalMinor }) => {
    const name = variantTitle ? `${title}, ${variantTitle}` : title;
    return row(`${quantity} x ${name}`, show(totalMinor));
  });
  const totals = totalRows(order).map(({ label, value }) => row(label, value));
  const total = row(`Total ${order.currency}`, show(order.totalMinor));
  const text = [rule, ...lines, rule, ...totals, total, rule, ""];
  if (order.shippingAddress.length > 0) text.push("Ships to", ...order.shippingAddress, "");
  if (order.billingAddress.length > 0) text.push("Billed to", ...order.billingAddress, "");
  return text;
}

export function renderText(letter: Letter, order: MailOrder, shop: string): string {
  const { heading, paragraphs, facts, button, showOrder } = letter;
  const text = [heading, "", ...paragraphs.flatMap((paragraph) => [paragraph, ""])];
  if (facts.length > 0) text.push(...facts.map(({ label, value }) => `${label}: ${value}`), "");
  text.push(`${button.label}:`, button.url, "");
  if (showOrder) text.push(...orderText(order));
  text.push(shop, `Sent to ${order.email} about an order at ${shop}.`);
  return `${text.join("\n")}\n`;
}
