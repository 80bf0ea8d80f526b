import { orderSummary } from "@/lib/checkout/summary";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { orderBlocks, orderRefunds } from "../shopper-page";
import type { ShopperOrder } from "../shopper-queries";
import { page, PdfPages, type TextStyle } from "./pdf";

const { width, height, margin } = page;
const right = width - margin;
const small: TextStyle = { size: 9, grey: 0.35 };
const body: TextStyle = { size: 10 };
const strong: TextStyle = { size: 10, weight: "bold" };

/** The receipt of an order as a file, in the order's language. The same words and sums as on its page. */
export function receiptPdf(order: ShopperOrder, shop: string): Buffer {
  const locale = localeOfTag(order.locale);
  const t = translator(locale, "order");
  const pdf = new PdfPages();
  const title =
    order.number === null ? t("receipt") : t("number", { number: String(order.number) });
  pdf.text(shop, margin, margin + 8, { size: 18, weight: "bold" });
  pdf.text(t("receipt"), right, margin + 8, { size: 12, grey: 0.35 }, "right");
  pdf.text(title, margin, margin + 34, { size: 13, weight: "bold" });
  let y = blocks(pdf, orderBlocks(order, t), margin + 62);
  y = lines(pdf, order, { item: t("item"), amount: t("amount") }, y + 16);
  sums(pdf, order, orderRefunds(order, t), y);
  return pdf.bytes(`${shop} - ${title}`, locale);
}

/** Three columns of labels with what belongs to them. Gives where it ended. */
function blocks(pdf: PdfPages, all: ReturnType<typeof orderBlocks>, top: number): number {
  const column = (right - margin) / 3;
  let y = top;
  for (let i = 0; i < all.length; i += 3) {
    let end = y;
    for (const [j, { label, lines: text }] of all.slice(i, i + 3).entries()) {
      const x = margin + j * column;
      pdf.text(label, x, y, small);
      const wrapped = text.flatMap((part) => wrap(pdf, part, column - 14, body));
      for (const [k, part] of wrapped.entries()) pdf.text(part, x, y + 15 + k * 13, body);
      end = Math.max(end, y + 15 + wrapped.length * 13);
    }
    y = end + 14;
  }
  return y;
}

type Words = { item: string; amount: string };

function lines(pdf: PdfPages, order: ShopperOrder, words: Words, top: number): number {
  let y = top;
  pdf.text(words.item, margin, y, small);
  pdf.text(words.amount, right, y, small, "right");
  pdf.line(margin, right, y + 6);
  y += 24;
  for (const { title, variantTitle, quantity, total } of orderSummary(order).lines) {
    const name = `${quantity} × ${variantTitle ? `${title}, ${variantTitle}` : title}`;
    const wrapped = wrap(pdf, name, right - margin - 120, body);
    y = room(pdf, y, wrapped.length * 14);
    pdf.text(total, right, y, body, "right");
    for (const part of wrapped) {
      pdf.text(part, margin, y, body);
      y += 14;
    }
    y += 4;
  }
  pdf.line(margin, right, y - 8);
  return y + 10;
}

function sums(
  pdf: PdfPages,
  order: ShopperOrder,
  refunds: ReturnType<typeof orderRefunds>,
  top: number,
): void {
  const { rows, total, tender } = orderSummary(order).totals;
  let y = top;
  const row = (label: string, value: string, style: TextStyle) => {
    y = room(pdf, y, 16);
    pdf.text(label, margin, y, style);
    pdf.text(value, right, y, style, "right");
    y += 16;
  };
  for (const { label, value } of rows) row(label, value, body);
  row(`${total.label}${total.note ? ` ${total.note}` : ""}`, total.value, strong);
  for (const { label, value } of tender) row(label, value, body);
  for (const { label, amount } of refunds) row(label, `-${amount}`, body);
}

/** A new page where this one has no room for so many points. */
function room(pdf: PdfPages, y: number, points: number): number {
  if (y + points < height - margin) return y;
  pdf.nextPage();
  return margin + 10;
}

/** Between words where it can be, and within a word (or Japanese, which has no spaces) where it must. */
function wrap(pdf: PdfPages, text: string, most: number, style: TextStyle): string[] {
  const done: string[] = [];
  let current = "";
  for (const word of text.split(/(?<=[\s\u3000-\u9fff\uff00-\uffdf])/u)) {
    if (pdf.widthOf(current + word.trimEnd(), style) <= most) {
      current += word;
      continue;
    }
    if (current !== "") done.push(current.trimEnd());
    current = "";
    for (const char of word) {
      if (pdf.widthOf(current + char, style) > most) {
        done.push(current);
        current = "";
      }
      current += char;
    }
  }
  return [...done, current.trimEnd()].filter(Boolean);
}
