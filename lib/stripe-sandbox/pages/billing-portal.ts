import type Stripe from "stripe";
import { brandArt } from "../browser/shared/brand-art";
import { brandLabel } from "../browser/shared/card-brand";
import { methodArt, methodLabel } from "../browser/shared/methods";
import type { PortalPage } from "../page-api";
import { html, trusted, type Html } from "./html";
import { layout, notFound } from "./layout";
import type { PageRequest, PageResponse, PageRoute } from "./route";

/** The customer portal: a shopper sees, removes and defaults their saved payment methods. */
export const portalRoutes: PageRoute[] = [
  { method: "GET", path: "/p/session/:id", handle: show },
  { method: "POST", path: "/p/session/:id", handle: change },
];

function show({ params, query, api }: PageRequest): PageResponse {
  const id = params["id"] ?? "";
  const portal = api.portal(id);
  if (portal === null) return notFound("customer portal");
  const title = `${portal.merchant} – Billing (Sandbox)`;
  const content = portalView(id, portal, query.get("done"));
  return { html: layout({ title, body: "portal", content }) };
}

async function change({ params, form, api }: PageRequest): Promise<PageResponse> {
  const id = params["id"] ?? "";
  const portal = api.portal(id);
  if (portal === null) return notFound("customer portal");
  const method = form["payment_method"] ?? "";
  const isTheirs = portal.paymentMethods.some((candidate) => candidate.id === method);
  if (!isTheirs) return { redirect: `/p/session/${id}` };
  if (form["action"] === "remove") await api.portalRemove(id, method);
  if (form["action"] === "default") await api.portalSetDefault(id, method);
  return {
    redirect: `/p/session/${id}?done=${form["action"] === "remove" ? "removed" : "default"}`,
  };
}

const doneTexts: Readonly<Record<string, string>> = {
  removed: "The payment method was removed.",
  default: "Your default payment method was changed.",
};

function portalView(id: string, portal: PortalPage, done: string | null): Html {
  const { customer, merchant, returnUrl, paymentMethods, defaultPaymentMethod } = portal;
  const rows = paymentMethods.map((method) => row(id, method, method.id === defaultPaymentMethod));
  const text = done === null ? undefined : doneTexts[done];
  return html`<main class="portal-page">
    <header>
      ${returnUrl === null ? html`<b>${merchant}</b>` : html`<a class="back" href="${returnUrl}"><span aria-hidden="true">←</span> <b>Back to ${merchant}</b></a>`}
      <span class="badge">Sandbox</span>
    </header>
    <h1>Your payment methods</h1>
    <p class="quiet">${customer.name ?? customer.email ?? customer.id}</p>
    ${text === undefined ? null : html`<p class="notice info" role="status">${text}</p>`}
    ${
      rows.length === 0
        ? html`<p class="card quiet">
            Nothing is saved yet. A card is saved when you choose to keep it while paying.
          </p>`
        : html`<ul class="saved">
            ${rows}
          </ul>`
    }
  </main>`;
}

function row(id: string, method: Stripe.PaymentMethod, isDefault: boolean): Html {
  const name = nameOf(method);
  const button = (action: string, text: string) =>
    html`<button class="button plain" name="action" value="${action}">
      ${text}<span class="visually-hidden">: ${name}</span>
    </button>`;
  return html`<li class="card">
    <span class="saved-name"
      >${trusted(method.card ? brandArt(method.card.brand) : methodArt(method.type))}
      <span><b>${name}</b>${expiry(method)}</span>
      ${isDefault ? html`<span class="tag">Default</span>` : null}
    </span>
    <form method="post" action="/p/session/${id}">
      <input type="hidden" name="payment_method" value="${method.id}" />
      ${isDefault ? null : button("default", "Make default")} ${button("remove", "Remove")}
    </form>
  </li>`;
}

function nameOf({ card, type }: Stripe.PaymentMethod): string {
  return card ? `${brandLabel(card.brand)} •••• ${card.last4}` : methodLabel(type);
}

function expiry({ card }: Stripe.PaymentMethod): Html | null {
  if (!card) return null;
  const month = String(card.exp_month).padStart(2, "0");
  return html`<span class="quiet small">Expires ${month}/${card.exp_year}</span>`;
}
