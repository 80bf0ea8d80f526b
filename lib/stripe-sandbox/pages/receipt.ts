import type Stripe from "stripe";
import { brandLabel } from "../browser/shared/card-brand";
import { methodLabel } from "../browser/shared/methods";
import { formatAmount } from "../browser/shared/money";
import { html, type Html } from "./html";
import { layout, notFound, sandboxBadge } from "./layout";
import type { PageRoute } from "./route";

/** `charge.receipt_url`: what was paid, how, and what has been given back since. */
export const receiptRoute: PageRoute = {
  method: "GET",
  path: "/receipts/:id",
  handle({ params, api }) {
    const charge = api.charge(params["id"] ?? "");
    if (charge === null) return notFound("receipt");
    const refunds = api.refundsOf(charge.id);
    const title = `Receipt from ${api.merchant} (Sandbox)`;
    const content = receipt(charge, refunds, api.merchant);
    return { html: layout({ title, body: "centered", content }) };
  },
};

function receipt(charge: Stripe.Charge, refunds: Stripe.Refund[], merchant: string): Html {
  const amount = (minor: number) => formatAmount(minor, charge.currency, "en");
  const isHeld = charge.status === "succeeded" && !charge.captured;
  const rows = [
    ["Amount paid", amount(charge.amount_captured || charge.amount)],
    ["Date paid", dateOf(charge.created)],
    ["Payment method", methodOf(charge)],
  ];
  return html`<main class="card receipt">
    <header><b>${merchant}</b>${sandboxBadge}</header>
    <p class="quiet">${isHeld ? "Authorized, not yet paid" : `Receipt from ${merchant}`}</p>
    <h1 class="amount">${amount(charge.amount_captured || charge.amount)}</h1>
    ${charge.status === "failed" ? html`<p class="notice error" role="status">This payment failed. Nothing was charged.</p>` : null}
    ${charge.amount_refunded > 0 ? html`<p class="notice info" role="status">${amount(charge.amount_refunded)} refunded</p>` : null}
    <dl class="facts">
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <h2>Summary</h2>
    <dl class="facts totals">
      <div>
        <dt>${charge.description ?? "Payment"}</dt>
        <dd>${amount(charge.amount)}</dd>
      </div>
      ${refunds.map(
        ({ amount: minor, created, status }) =>
          html`<div>
            <dt>Refund on ${dateOf(created)} ${status === "succeeded" ? "" : `(${status})`}</dt>
            <dd>−${amount(minor)}</dd>
          </div>`,
      )}
      <div class="grand">
        <dt>Total</dt>
        <dd>${amount((charge.amount_captured || charge.amount) - charge.amount_refunded)}</dd>
      </div>
    </dl>
    <p class="quiet small">
      Receipt number ${charge.receipt_number ?? charge.id}. This is a sandbox receipt: no real money
      moved.
    </p>
  </main>`;
}

function methodOf({ payment_method_details: details }: Stripe.Charge): string {
  const card = details?.card ?? details?.card_present;
  if (card) return `${brandLabel(card.brand ?? "")} •••• ${card.last4 ?? ""}`;
  return methodLabel(details?.type ?? "card");
}

function dateOf(seconds: number): string {
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(seconds * 1000));
}
