import { formatAmount } from "../browser/shared/money";
import { methodLabel } from "../browser/shared/methods";
import type { Challenge } from "../page-api";
import { html } from "./html";
import { layout, sandboxBadge } from "./layout";

/** A voucher as a shopper would print it; the buttons do what a shop counter would, or would not. */
export function voucherPage(challenge: Challenge, isEmbedded: boolean): string {
  const { id, status, amount, currency, merchant, paymentMethodType } = challenge;
  const method = methodLabel(paymentMethodType);
  const total = formatAmount(amount, currency, "en");
  const number = numberOf(id);
  const content = html`<main
    class="card narrow bank voucher"
    aria-labelledby="heading"
    data-voucher="${id}"
  >
    <header><span class="bank-name">${method}</span>${sandboxBadge}</header>
    <div class="stack">
      <h1 id="heading">${titles[status]}</h1>
      <p class="amount">${total}</p>
      <p class="quiet">${explanation(challenge, method)}</p>
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
        <dt>Pay to</dt>
        <dd>${merchant}</dd>
      </div>
    </dl>
    ${status === "open" ? answers(challenge, isEmbedded) : null}
    ${isEmbedded ? html`<button class="button plain" type="button" data-close>Done</button>` : null}
  </main>`;
  const body = isEmbedded ? "overlay" : "centered";
  return layout({ title: `${method} voucher (Sandbox)`, body, script: "challenge", content });
}

const titles = {
  open: "Your voucher",
  completed: "This voucher is paid",
  failed: "This voucher has expired",
};

function explanation({ status, merchant }: Challenge, method: string): string {
  if (status === "completed") return `${merchant} has been told. There is nothing left to do.`;
  if (status === "failed") return "It can no longer be paid. Nothing was charged.";
  return `A shopper would pay this ${method} voucher at a shop or in a banking app within three days. In the sandbox, you decide what happens.`;
}

function answers({ id }: Challenge, isEmbedded: boolean) {
  return html`<form method="post" action="/challenge/${id}${isEmbedded ? "?embedded=1" : ""}">
    <button class="button" name="outcome" value="complete" data-first>Pay this voucher</button>
    <button class="button plain" name="outcome" value="fail">Let it expire</button>
  </form>`;
}

/** The same digits for the same voucher, whenever it is looked at. */
function numberOf(id: string): string {
  return Array.from(id.slice(-20), (character) => character.charCodeAt(0) % 10).join("");
}
