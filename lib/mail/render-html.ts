import { translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import { shop } from "@/lib/shop";
import { html, Html } from "./html";
import { totalRows } from "./totals";
import type { Letter, MailOrder, MailParts } from "./types";

/**
 * One design for every mail. Mail programs know tables and inline styles and little else, so the
 * layout is tables and each colour stands at its element; the style sheet only adds what the better
 * programs can do (dark mode, narrow screens).
 */
const ink = "#10283a";
const muted = "#4b5f6b";
const line = "#dbe3e2";
const font = "'Avenir Next','Segoe UI','Helvetica Neue','Liberation Sans',Arial,sans-serif";
const accents = { good: "#246043", bad: "#ad231b", neutral: "#1b587d" } as const;

const styles = new Html(`<style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: inherit; }
  @media (max-width: 620px) {
    .pad { padding-left: 24px !important; padding-right: 24px !important; }
    .half { display: block !important; width: auto !important; padding-right: 0 !important; }
    .half + .half { padding-top: 20px !important; }
    .outer { padding: 0 !important; }
    .sheet { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
    .button { display: block !important; text-align: center !important; }
  }
  @media (prefers-color-scheme: dark) {
    .ground { background: #0c1922 !important; }
    .sheet { background: #132733 !important; border-color: #294150 !important; }
    .ink { color: #eaf1f1 !important; }
    .muted { color: #a9bbc3 !important; }
    .rule { border-color: #294150 !important; }
    .panel { background: #0c1922 !important; }
    .button { background: #ff8058 !important; color: #1c0d05 !important; }
    .eyebrow { color: #93cdf0 !important; }
  }
</style>`);

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

function orderTable(order: MailOrder, t: Words): Html {
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

function addresses({ shippingAddress, billingAddress }: MailOrder, t: Words): Html | null {
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

function factPanel({ facts }: Letter): Html | null {
  if (facts.length === 0) return null;
  const rows = facts.map(
    ({ label, value, strong }) =>
      html`<tr>
        <td class="muted" style="padding:4px 0;color:${muted}">${label}</td>
        <td
          class="ink"
          align="right"
          style="padding:4px 0 4px 16px;color:${ink};font-weight:${strong ? 700 : 400}"
        >
          ${value}
        </td>
      </tr>`,
  );
  return html`<tr>
    <td class="pad" style="padding:24px 44px 0">
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        class="panel"
        style="background:#f3f6f5;border-radius:6px"
      >
        <tr>
          <td style="padding:14px 20px">
            <table
              role="presentation"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style="font-size:15px;line-height:1.5"
            >
              ${rows}
            </table>
          </td>
        </tr>
      </table>
    </td>
  </tr>`;
}

function head(letter: Letter): Html {
  const { tone, eyebrow, heading, paragraphs, button } = letter;
  return html`<tr>
      <td class="pad" style="padding:36px 44px 0">
        <span class="ink" style="color:${ink};font-size:20px;font-weight:700;letter-spacing:-0.03em"
          >${shop.name}</span
        >
      </td>
    </tr>
    <tr>
      <td class="pad" style="padding:36px 44px 0">
        <p
          class="eyebrow"
          style="margin:0 0 8px;color:${accents[tone]};font-size:13px;font-weight:700;letter-spacing:0.08em;text-transform:uppercase"
        >
          ${eyebrow}
        </p>
        <h1
          class="ink"
          style="margin:0;color:${ink};font-size:32px;line-height:1.12;letter-spacing:-0.03em"
        >
          ${heading}
        </h1>
        ${paragraphs.map(
          (text) =>
            html`<p
              class="muted"
              style="margin:14px 0 0;color:${muted};font-size:16px;line-height:1.6"
            >
              ${text}
            </p>`,
        )}
      </td>
    </tr>
    ${factPanel(letter)}
    <tr>
      <td class="pad" style="padding:26px 44px 4px">
        <a
          class="button"
          href="${button.url}"
          style="display:inline-block;padding:14px 26px;border-radius:6px;background:#c03d19;color:#ffffff;font-size:16px;font-weight:700;text-decoration:none"
          >${button.label}</a
        >
      </td>
    </tr>`;
}

export function renderHtml({ letter, order, t, footer }: MailParts): string {
  const shown = letter.showOrder ? order : null;
  const page = html`<!doctype html>
    <html lang="${t.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${letter.subject}</title>
        ${styles}
      </head>
      <body class="ground" style="margin:0;background:#e6eceb;font-family:${new Html(font)}">
        <div style="display:none;max-height:0;overflow:hidden">${letter.preview}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="ground"
          style="background:#e6eceb;font-family:${new Html(font)}"
        >
          <tr>
            <td class="outer" align="center" style="padding:32px 12px">
              <table
                role="presentation"
                width="600"
                cellpadding="0"
                cellspacing="0"
                class="sheet"
                style="width:100%;max-width:600px;background:#ffffff;border:1px solid ${line};border-radius:10px;border-top:6px solid ${accents[letter.tone]}"
              >
                ${head(letter)} ${shown && orderTable(shown, t)} ${shown && addresses(shown, t)}
                <tr>
                  <td class="pad" style="padding:36px 44px 36px">
                    <p
                      class="muted rule"
                      style="margin:0;padding-top:20px;border-top:1px solid ${line};color:${muted};font-size:13px;line-height:1.6"
                    >
                      ${footer}
                    </p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return page.markup;
}
