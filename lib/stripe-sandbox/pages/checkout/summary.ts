import type { CheckoutPage } from "../../page-api";
import { browserSession } from "../../browser/shared/session";
import { html, type Html } from "../html";

/** What is being bought, and how its total comes about. */
export function summary(page: CheckoutPage): Html {
  const session = browserSession(page, { isPaymentComplete: false, locale: "en" });
  const { total } = session;
  const isSetup = page.session.mode === "setup";
  const row = (label: string, amount: { minorUnitsAmount: number; amount: string }, sign = "") =>
    amount.minorUnitsAmount === 0
      ? null
      : html`<div>
          <dt>${label}</dt>
          <dd>${sign}${amount.amount}</dd>
        </div>`;
  const items = session.lineItems.map(
    ({ name, quantity, unitAmount, subtotal, images }) =>
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
      </li>`,
  );
  const shipping = session.shipping?.shippingOption;
  return html`<section class="summary" id="summary" aria-label="Order summary">
    <header>
      ${backLink(page)}
      <span class="badge">Sandbox</span>
    </header>
    <p class="quiet">${isSetup ? "Save a payment method" : `Pay ${page.merchant.display_name}`}</p>
    ${isSetup ? null : html`<p class="amount" id="total">${total.total.amount}</p>`}
    ${
      items.length === 0
        ? null
        : html`<ul class="items">
            ${items}
          </ul>`
    }
    ${
      isSetup
        ? null
        : html`<dl class="facts totals">
            ${row("Subtotal", total.subtotal)} ${row(discountLabel(page), total.discount, "−")}
            ${
              shipping
                ? html`<div>
                    <dt>${shipping.displayName ?? "Shipping"}</dt>
                    <dd>${shipping.minorUnitsAmount === 0 ? "Free" : shipping.amount}</dd>
                  </div>`
                : null
            }
            ${row("Tax", total.taxExclusive)}
            <div class="grand">
              <dt>Total due</dt>
              <dd>${total.total.amount}</dd>
            </div>
          </dl>`
    }
  </section>`;
}

function discountLabel({ promotion_code }: CheckoutPage): string {
  return promotion_code === null ? "Discount" : `Discount (${promotion_code.code})`;
}

function backLink({ session, merchant }: CheckoutPage): Html {
  const name = html`<b>${merchant.display_name}</b>`;
  if (session.cancel_url === null) return html`<span>${name}</span>`;
  return html`<a class="back" href="${session.cancel_url}"
    ><span aria-hidden="true">←</span> ${name}<span class="visually-hidden"
      >: back to the store</span
    ></a
  >`;
}
