import { translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import { html, type Html } from "./html";
import { ink, line, muted } from "./look";
import { totalRows } from "./totals";
import type { MailOrder, MailParts } from "./types";

type Words = MailParts["t"];

function orderLines(order: MailOrder, t: Words): Html[] {
  const show = (minor: number) => formatMoney(money(minor, order.currency), order.locale);
  return order.lines.map(
    ({ title, variantTitle, quantity, totalMinor }) =>
      html`<tr>
        <td class="rule" style="padding:14px 0;border-bottom:1px solid ${line};vertical-align:top">
          <span class="ink" style="color:${ink};font-weight:600">${title}</span><br />
          <span class="muted" style="color:${muted};font-size:14px"
            >${variantTitle && `${variantTitle} · `}${t("quantity", { quantity })}</span
          >
        </td>
        <td
          class="ink rule"
          align="right"
          style="padding:14px 0 14px 16px;border-bottom:1px solid ${line};vertical-align:top;white-space:nowrap;color:${ink}"
        >
          ${show(totalMinor)}
        </td>
      </tr>`,
  );
}

/** What was ordered and what it costs, a row each. */
export function orderTable(order: MailOrder, t: Words): Html {
  const totals = translator(t.locale, "totals");
  const total = formatMoney(money(order.totalMinor, order.currency), order.locale);
  const { sums, tender } = totalRows(order);
  const shown = ({ label, note, value }: (typeof sums)[number]) =>
    html`<tr>
      <td class="muted" style="padding:5px 0;color:${muted}">
        ${note ? `${label} · ${note}` : label}
      </td>
      <td class="ink" align="right" style="padding:5px 0 5px 16px;white-space:nowrap;color:${ink}">
        ${value}
      </td>
    </tr>`;
  return html`<tr>
    <td class="pad" style="padding:28px 44px 0">
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        class="rule"
        style="border-top:1px solid ${line};font-size:15px;line-height:1.5"
      >
        ${orderLines(order, t)}
        <tr>
          <td colspan="2" style="height:10px;line-height:10px">&nbsp;</td>
        </tr>
        ${sums.map(shown)}
        <tr>
          <td class="ink" style="padding:12px 0 0;color:${ink};font-size:18px;font-weight:700">
            ${totals("total")}
          </td>
          <td
            class="ink"
            align="right"
            style="padding:12px 0 0 16px;white-space:nowrap;color:${ink};font-size:18px;font-weight:700"
          >
            ${total}
          </td>
        </tr>
        ${tender.map(shown)}
      </table>
    </td>
  </tr>`;
}

function address(title: string, lines: string[]): Html {
  return html`<td class="half" width="50%" style="padding:0 24px 0 0;vertical-align:top">
    <span class="muted" style="color:${muted};font-size:13px">${title}</span><br />
    <span class="ink" style="color:${ink}">${lines.map((text) => html`${text}<br />`)}</span>
  </td>`;
}

/** Null: the order has none. */
export function addresses({ shippingAddress, billingAddress }: MailOrder, t: Words): Html | null {
  const cells = [
    ...(shippingAddress.length > 0 ? [address(t("shipsTo"), shippingAddress)] : []),
    ...(billingAddress.length > 0 ? [address(t("billedTo"), billingAddress)] : []),
  ];
  if (cells.length === 0) return null;
  return html`<tr>
    <td class="pad" style="padding:32px 44px 0">
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style="font-size:15px;line-height:1.55"
      >
        <tr>
          ${cells}
        </tr>
      </table>
    </td>
  </tr>`;
}
