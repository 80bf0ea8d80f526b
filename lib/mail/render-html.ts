import { shop } from "@/lib/shop";
import { html, Html } from "./html";
import { accents, font, ink, line, muted, styles } from "./look";
import { addresses, orderTable } from "./order-html";
import type { Letter, MailParts } from "./types";

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
