import type Stripe from "stripe";
import { brandArt } from "../browser/shared/brand-art";
import { brandLabel } from "../browser/shared/card-brand";
import { methodArt, methodLabel } from "../browser/shared/methods";
import type { PortalPage } from "../page-api";
import { html, trusted, type Html } from "./html";
import { layout, notFound } from "./layout";
import type { PageRequest, PageResponse, PageRoute } from "./route";
import { speechFor, type Speech } from "./words/page-words";

/** The customer portal: a shopper sees, removes and defaults their saved payment methods. */
export const portalRoutes: PageRoute[] = [
  { method: "GET", path: "/p/session/:id", handle: show },
  { method: "POST", path: "/p/session/:id", handle: change },
];

function show({ params, query, api, languages }: PageRequest): PageResponse {
  const id = params["id"] ?? "";
  const portal = api.portal(id);
  if (portal === null) return notFound(speechFor(languages));
  const speech = speechFor(wanted(portal, languages));
  const title = `${portal.merchant} – ${speech.say("billing")} (Sandbox)`;
  const content = portalView(id, portal, query.get("done"), speech);
  return { html: layout({ title, body: "portal", locale: speech.locale, content }) };
}

/** The portal session's `locale` decides, as a checkout session's does. */
const wanted = ({ locale }: PortalPage, accepted: string) =>
  locale === null || locale === "auto" ? accepted : locale;

async function change({ params, form, api, languages }: PageRequest): Promise<PageResponse> {
  const id = params["id"] ?? "";
  const portal = api.portal(id);
  if (portal === null) return notFound(speechFor(languages));
  const method = form["payment_method"] ?? "";
  const isTheirs = portal.paymentMethods.some((candidate) => candidate.id === method);
  if (!isTheirs) return { redirect: `/p/session/${id}` };
  if (form["action"] === "remove") await api.portalRemove(id, method);
  if (form["action"] === "default") await api.portalSetDefault(id, method);
  return {
    redirect: `/p/session/${id}?done=${form["action"] === "remove" ? "removed" : "default"}`,
  };
}

function doneText(done: string | null, { say }: Speech): Html | null {
  if (done !== "removed" && done !== "default") return null;
  const text = say(done === "removed" ? "removed" : "defaulted");
  return html`<p class="notice info" role="status">${text}</p>`;
}

function portalView(id: string, portal: PortalPage, done: string | null, speech: Speech): Html {
  const { customer, merchant, returnUrl, paymentMethods, defaultPaymentMethod } = portal;
  const { say } = speech;
  const rows = paymentMethods.map((method) =>
    row(id, method, method.id === defaultPaymentMethod, speech),
  );
  const back = say("backTo", { merchant });
  return html`<main class="portal-page">
    <header>
      ${returnUrl === null ? html`<b>${merchant}</b>` : html`<a class="back" href="${returnUrl}"><span aria-hidden="true">←</span> <b>${back}</b></a>`}
      <span class="badge">Sandbox</span>
    </header>
    <h1>${say("yourMethods")}</h1>
    <p class="quiet">${customer.name ?? customer.email ?? customer.id}</p>
    ${doneText(done, speech)}
    ${
      rows.length === 0
        ? html`<p class="card quiet">${say("nothingSaved")}</p>`
        : html`<ul class="saved">
            ${rows}
          </ul>`
    }
  </main>`;
}

function row(id: string, method: Stripe.PaymentMethod, isDefault: boolean, speech: Speech): Html {
  const { say } = speech;
  const name = nameOf(method);
  const button = (action: string, text: string) =>
    html`<button class="button plain" name="action" value="${action}">
      ${text}<span class="visually-hidden">: ${name}</span>
    </button>`;
  return html`<li class="card">
    <span class="saved-name"
      >${trusted(method.card ? brandArt(method.card.brand) : methodArt(method.type))}
      <span><b>${name}</b>${expiry(method, speech)}</span>
      ${isDefault ? html`<span class="tag">${say("isDefault")}</span>` : null}
    </span>
    <form method="post" action="/p/session/${id}">
      <input type="hidden" name="payment_method" value="${method.id}" />
      ${isDefault ? null : button("default", say("makeDefault"))} ${button("remove", say("remove"))}
    </form>
  </li>`;
}

function nameOf({ card, type }: Stripe.PaymentMethod): string {
  return card ? `${brandLabel(card.brand)} •••• ${card.last4}` : methodLabel(type);
}

function expiry({ card }: Stripe.PaymentMethod, { say }: Speech): Html | null {
  if (!card) return null;
  const month = String(card.exp_month).padStart(2, "0");
  const date = `${month}/${card.exp_year}`;
  return html`<span class="quiet small">${say("expires", { date })}</span>`;
}
