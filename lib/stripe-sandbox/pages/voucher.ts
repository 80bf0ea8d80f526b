import { formatAmount } from "../browser/shared/money";
import { methodLabel } from "../browser/shared/methods";
import type { Challenge } from "../page-api";
import { html } from "./html";
import { layout, sandboxBadge } from "./layout";
import type { Speech } from "./words/page-words";

/** A voucher as a shopper would print it; the buttons do what a shop counter would, or would not. */
export function voucherPage(challenge: Challenge, speech: Speech, isEmbedded: boolean): string {
  const { locale, say } = speech;
  const { id, status, amount, currency, merchant, paymentMethodType, returnUrl } = challenge;
  const method = methodLabel(paymentMethodType);
  const total = formatAmount(amount, currency, locale);
  const number = numberOf(id);
  const content = html`<main
    class="card narrow bank voucher"
    aria-labelledby="heading"
    data-voucher="${id}"
  >
    <header><span class="bank-name">${method}</span>${sandboxBadge}</header>
    <div class="stack">
      <h1 id="heading">${say(titles[status])}</h1>
      <p class="amount">${total}</p>
      <p class="quiet">${say(notes[status], { merchant, method })}</p>
    </div>
    <figure class="bars">
      <svg
        viewBox="0 0 ${number.length * 8} 60"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        ${[...number].map((digit, at) => html`<rect x="${at * 8}" y="0" width="${(Number(digit) % 4) + 2}" height="60" fill="#1a1f36" />`)}
      </svg>
      <figcaption>${number.replace(/(\d{5})(?=\d)/g, "$1 ")}</figcaption>
    </figure>
    <dl class="facts">
      <div>
        <dt>${say("payTo")}</dt>
        <dd>${merchant}</dd>
      </div>
    </dl>
    ${status === "open" ? answers(challenge, speech, isEmbedded) : null}
    ${isEmbedded || returnUrl === null ? null : html`<a class="button plain" href="${returnUrl}">${say("backTo", { merchant })}</a>`}
    ${isEmbedded ? html`<button class="button plain" type="button" data-close>${say("done")}</button>` : null}
  </main>`;
  const body = isEmbedded ? "overlay" : "centered";
  return layout({
    title: `${say("voucher", { method })} (Sandbox)`,
    body,
    locale,
    script: "challenge",
    content,
  });
}

const titles = {
  open: "voucherOpen",
  completed: "voucherPaid",
  failed: "voucherExpired",
} as const;

const notes = {
  open: "voucherNote",
  completed: "voucherPaidNote",
  failed: "voucherExpiredNote",
} as const;

function answers({ id }: Challenge, { say }: Speech, isEmbedded: boolean) {
  return html`<form method="post" action="/challenge/${id}${isEmbedded ? "?embedded=1" : ""}">
    <button class="button" name="outcome" value="complete" data-first>${say("payVoucher")}</button>
    <button class="button plain" name="outcome" value="fail">${say("letExpire")}</button>
  </form>`;
}

/** The same digits for the same voucher, whenever it is looked at. */
function numberOf(id: string): string {
  return Array.from(id.slice(-20), (character) => character.charCodeAt(0) % 10).join("");
}
