import { translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import { shop } from "@/lib/shop";
import { totalRows } from "./totals";
import type { MailOrder, MailParts } from "./types";

const WIDTH = 64;

/** Chinese and Japanese letters, and the wide yen sign: they take two columns where the others take one. */
const wide = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]/g;
const columns = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** Label at the left, value at the right edge of the page. */
function row(label: string, value: string): string {
  const gap = Math.max(2, WIDTH - columns(label) - columns(value));
  return `${label}${" ".repeat(gap)}${value}`;
}

const rule = "-".repeat(WIDTH);

function orderText(order: MailOrder, t: MailParts["t"]): string[] {
  const words = translator(t.locale, "totals");
  const show = (minor: number) => formatMoney(money(minor, order.currency), order.locale);
  const lines = order.lines.map(({ title, variantTitle, quantity, totalMinor }) => {
    const name = variantTitle ? `${title}, ${variantTitle}` : title;
    return row(`${quantity} x ${name}`, show(totalMinor));
  });
  const { sums, tender } = totalRows(order);
  const shown = ({ label, note, value }: (typeof sums)[number]) =>
    row(note ? `${label} (${note})` : label, value);
  const total = row(`${words("total")} ${order.currency}`, show(order.totalMinor));
  const text = [rule, ...lines, rule, ...sums.map(shown), total, ...tender.map(shown), rule, ""];
  if (order.shippingAddress.length > 0) text.push(t("shipsTo"), ...order.shippingAddress, "");
  if (order.billingAddress.length > 0) text.push(t("billedTo"), ...order.billingAddress, "");
  return text;
}

export function renderText({ letter, order, t, footer }: MailParts): string {
  const { heading, paragraphs, facts, button, showOrder } = letter;
  const text = [heading, "", ...paragraphs.flatMap((paragraph) => [paragraph, ""])];
  if (facts.length > 0) text.push(...facts.map(({ label, value }) => `${label}: ${value}`), "");
  text.push(`${button.label}:`, button.url, "");
  if (showOrder && order) text.push(...orderText(order, t));
  text.push(shop.name, footer);
  return `${text.join("\n")}\n`;
}
