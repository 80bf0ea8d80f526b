import type Stripe from "stripe";
import { brandLabel } from "../browser/shared/card-brand";
import { methodLabel } from "../browser/shared/methods";
import { formatAmount } from "../browser/shared/money";
import { html, type Html } from "./html";
import { layout, notFound, sandboxBadge } from "./layout";
import type { PageRoute } from "./route";
import { speechFor, type Speech } from "./words/page-words";

/** `charge.receipt_url`: what was paid, how, and what has been given back since. */
export const receiptRoute: PageRoute = {
  method: "GET",
  path: "/receipts/:id",
  handle({ params, api, languages }) {
    const charge = api.charge(params["id"] ?? "");
    const speech = speechFor(languages);
    if (charge === null) return notFound(speech);
    const refunds = api.refundsOf(charge.id);
    const title = `${speech.say("receiptFrom", { merchant: api.merchant })} (Sandbox)`;
    const content = receipt(charge, refunds, api.merchant, speech);
    return { html: layout({ title, body: "centered", locale: speech.locale, content }) };
  },
};

function receipt(
  charge: Stripe.Charge,
  refunds: Stripe.Refund[],
  merchant: string,
  speech: Speech,
): Html {
  const { locale, say } = speech;
  const amount = (minor: number) => formatAmount(minor, charge.currency, locale);
  const isHeld = charge.status === "succeeded" && !charge.captured;
  const paid = amount(charge.amount_captured || charge.amount);
  const rows: [string, string][] = [
    [say("amountPaid"), paid],
    [say("datePaid"), dateOf(charge.created, locale)],
    [say("paymentMethod"), methodOf(charge)],
  ];
  return html`<main class="card receipt">
    <header><b>${merchant}</b>${sandboxBadge}</header>
    <p class="quiet">${isHeld ? say("authorizedOnly") : say("receiptFrom", { merchant })}</p>
    <h1 class="amount">${paid}</h1>
    ${charge.status === "failed" ? html`<p class="notice error" role="status">${say("paymentFailed")}</p>` : null}
    ${charge.amount_refunded > 0 ? html`<p class="notice info" role="status">${say("refunded", { amount: amount(charge.amount_refunded) })}</p>` : null}
    <dl class="facts">${rows.map(line)}</dl>
    <h2>${say("summary")}</h2>
    <dl class="facts totals">
      ${line([charge.description ?? say("payment"), amount(charge.amount)])}
      ${refunds.map((refund) => line([refundLabel(refund, speech), `−${amount(refund.amount)}`]))}
      <div class="grand">
        <dt>${say("total")}</dt>
        <dd>${amount((charge.amount_captured || charge.amount) - charge.amount_refunded)}</dd>
      </div>
    </dl>
    <p class="quiet small">${say("receiptNote", { number: charge.receipt_number ?? charge.id })}</p>
  </main>`;
}

const line = ([name, value]: [string, string]) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function refundLabel({ created, status }: Stripe.Refund, { locale, say }: Speech): string {
  const label = say("refundOn", { date: dateOf(created, locale) });
  return status === "succeeded" ? label : `${label} (${status})`;
}

function methodOf({ payment_method_details: details }: Stripe.Charge): string {
  const card = details?.card ?? details?.card_present;
  if (card) return `${brandLabel(card.brand ?? "")} •••• ${card.last4 ?? ""}`;
  return methodLabel(details?.type ?? "card");
}

function dateOf(seconds: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(seconds * 1000));
}
