import type { CheckoutPage } from "../../page-api";
import { browserSession } from "../../browser/shared/session";
import { fill } from "../../browser/shared/strings";
import { html, type Html } from "../html";
import { brandMark, shopName } from "./branding";
import type { PageText } from "./page-text";

/** What is being bought, and how its total comes about. */
export function summary(page: CheckoutPage, text: PageText): Html {
  const session = browserSession(page, { isPaymentComplete: false, locale: text.locale });
  const { words } = text;
  const isSetup = page.session.mode === "setup";
  return html`<section class="summary" id="summary" aria-label="${words.summary}">
    <header>
      ${backLink(page, text)}
      <span class="badge">Sandbox</span>
    </header>
    <p class="quiet">
      ${isSetup ? words.saveMethod : fill(words.payTo, { merchant: shopName(page) })}
    </p>
    ${isSetup ? null : html`<p class="amount" id="total">${session.total.total.amount}</p>`}
    ${
      session.lineItems.length === 0
        ? null
        : html`<ul class="items">
            ${session.lineItems.map(lineItem)}
          </ul>`
    }
    ${isSetup ? null : totals(session, discountLabel(page, text), text)}
  </section>`;
}

type Session = ReturnType<typeof browserSession>;

const lineItem = ({ name, quantity, unitAmount, subtotal, images }: Session["lineItems"][number]) =>
  html`<li>
    ${
      images[0] === undefined
        ? html`<span class="thumb" aria-hidden="true">${name.slice(0, 1)}</span>`
        : html`<img class="thumb" src="${images[0]}" alt="" width="48" height="48" />`
    }
    <span class="item">
      <span>${name}</span>
      ${quantity > 1 ? html`<span class="quiet small">${quantity} × ${unitAmount.amount}</span>` : null}
    </span>
    <span class="price">${subtotal.amount}</span>
  </li>`;

function totals({ total, shipping }: Session, discount: string, { words }: PageText): Html {
  const option = shipping?.shippingOption;
  return html`<dl class="facts totals">
    ${row(words.subtotal, total.subtotal)} ${row(discount, total.discount, "−")}
    ${
      option
        ? html`<div>
            <dt>${option.displayName ?? words.shipping}</dt>
            <dd>${option.minorUnitsAmount === 0 ? words.free : option.amount}</dd>
          </div>`
        : null
    }
    ${row(words.tax, total.taxExclusive)} ${row(words.taxIncluded, total.taxInclusive)}
    <div class="grand">
      <dt>${words.total}</dt>
      <dd>${total.total.amount}</dd>
    </div>
  </dl>`;
}

/** A line of the total, unless it adds nothing to it. */
const row = (label: string, amount: { minorUnitsAmount: number; amount: string }, sign = "") =>
  amount.minorUnitsAmount === 0
    ? null
    : html`<div>
        <dt>${label}</dt>
        <dd>${sign}${amount.amount}</dd>
      </div>`;

function discountLabel({ promotion_code }: CheckoutPage, { words }: PageText): string {
  return promotion_code === null ? words.discount : `${words.discount} (${promotion_code.code})`;
}

function backLink(page: CheckoutPage, { words }: PageText): Html {
  const { session } = page;
  const name = brandMark(page);
  if (session.cancel_url === null) return html`<span>${name}</span>`;
  return html`<a class="back" href="${session.cancel_url}"
    ><span aria-hidden="true">←</span> ${name}<span class="visually-hidden"
      >: ${words.back}</span
    ></a
  >`;
}
