import { refusalIn } from "../../browser/shared/refusals";
import type { CheckoutPage } from "../../page-api";
import { notFound } from "../layout";
import type { PageRequest, PageResponse, PageRoute } from "../route";
import { pageText, type PageText } from "./page-text";
import { endedView, finish, isAwaitingApp, stepView, waitingView, withId } from "./step-views";
import { submitCheckout } from "./submit";
import { checkoutView } from "./view";
import { speechFor } from "../words/page-words";

/** The hosted checkout page: `session.url` leads here. */
export const hostedCheckoutRoutes: PageRoute[] = [
  { method: "GET", path: "/c/pay/:id", handle: showHosted },
  { method: "POST", path: "/c/pay/:id", handle: submitHosted },
  { method: "GET", path: "/r/:id", handle: recover },
];

/** The same page in a frame of the store's page, for `createEmbeddedCheckoutPage`. */
export const embeddedCheckoutRoutes: PageRoute[] = [
  { method: "GET", path: "/embedded/:id", handle: showEmbedded },
  { method: "POST", path: "/embedded/:id", handle: submitEmbedded },
];

/** `after_expiration[recovery][url]`: the same order once more, in a new session. */
async function recover({ params, api, languages }: PageRequest): Promise<PageResponse> {
  const url = await api.recoverSession(params["id"] ?? "");
  return url === null ? notFound(speechFor(languages)) : { redirect: url };
}

function showHosted({ params, api, languages }: PageRequest): PageResponse {
  const page = api.checkoutPage(params["id"] ?? "");
  if (page === null) return notFound(speechFor(languages));
  const ended = endedHosted(page, languages);
  if (ended !== null) return ended;
  if (isAwaitingApp(page)) return { html: waitingView(page, languages) };
  const text = pageText(page, languages);
  return {
    html: checkoutView({
      page,
      text,
      state: { values: {}, errors: {} },
      notice: lastRefusal(page, text),
      isEmbedded: false,
      action: `/c/pay/${page.session.id}`,
    }),
  };
}

async function submitHosted(request: PageRequest): Promise<PageResponse> {
  const { params, form, api, origin, languages } = request;
  const page = api.checkoutPage(params["id"] ?? "");
  if (page === null) return notFound(speechFor(languages));
  const ended = endedHosted(page, languages);
  if (ended !== null) return ended;
  const text = pageText(page, languages);
  const clientSecret = page.session.client_secret ?? undefined;
  const outcome = await submitCheckout({ origin, page, text, clientSecret, form, isHosted: true });
  if (outcome.kind === "leave") return { redirect: outcome.url };
  const after = api.checkoutPage(page.session.id) ?? page;
  const done = endedHosted(after, languages);
  if (done !== null) return done;
  if (outcome.kind === "done") return { redirect: `/c/pay/${page.session.id}` };
  const { state, notice } = outcome;
  const action = `/c/pay/${page.session.id}`;
  return { html: checkoutView({ page: after, text, state, notice, isEmbedded: false, action }) };
}

function endedHosted(page: CheckoutPage, languages: string): PageResponse | null {
  const { session } = page;
  if (session.status === "open") return null;
  const url = session.success_url ?? session.return_url;
  if (session.status === "complete" && url) return { redirect: withId(url, session.id) };
  return { html: endedView(page, languages, {}) };
}

function showEmbedded(request: PageRequest): PageResponse {
  const page = embeddedPage(request);
  if (page === null) return notFound(speechFor(request.languages));
  if (page.session.status !== "open")
    return { html: endedView(page, request.languages, finish(page)) };
  if (isAwaitingApp(page)) return { html: waitingView(page, request.languages) };
  return embedded(request, page, lastRefusal(page, pageText(page, request.languages)));
}

/** What became of the last attempt, which ended on a bank's page perhaps. */
function lastRefusal({ last_payment_error: error }: CheckoutPage, { locale }: PageText) {
  const text = error === null ? undefined : refusalIn(locale, error).message;
  return text === undefined ? null : ({ kind: "error", text } as const);
}

async function submitEmbedded(request: PageRequest): Promise<PageResponse> {
  const page = embeddedPage(request);
  if (page === null) return notFound(speechFor(request.languages));
  const { origin, form, api } = request;
  const text = pageText(page, request.languages);
  const clientSecret = request.query.get("client_secret") ?? undefined;
  const outcome = await submitCheckout({ origin, page, text, clientSecret, form, isHosted: false });
  const after = api.checkoutPage(page.session.id) ?? page;
  if (outcome.kind === "leave") {
    const { url, fitsOverlay } = outcome;
    return {
      html: stepView(
        after,
        fitsOverlay ? { challenge: `${url}?embedded=1` } : { leave: url },
        text,
      ),
    };
  }
  if (after.session.status !== "open")
    return { html: endedView(after, request.languages, finish(after)) };
  if (outcome.kind === "done") return showEmbedded(request);
  return embedded(request, after, outcome.notice, outcome.state);
}

function embedded(
  { query, params, languages }: PageRequest,
  page: CheckoutPage,
  notice: { kind: "error" | "info"; text: string } | null,
  state = { values: {}, errors: {} },
): PageResponse {
  const action = `/embedded/${params["id"]}?${query}`;
  return {
    html: checkoutView({
      page,
      text: pageText(page, languages),
      state,
      notice,
      isEmbedded: true,
      action,
    }),
  };
}

/** The frame's address carries the client secret: an id alone opens no checkout. */
function embeddedPage({ params, query, api }: PageRequest): CheckoutPage | null {
  const page = api.checkoutPage(params["id"] ?? "");
  if (page === null) return null;
  return page.session.client_secret === query.get("client_secret") ? page : endedOrNull(page);
}

/** A finished session has no client secret any more. */
function endedOrNull(page: CheckoutPage): CheckoutPage | null {
  return page.session.status === "open" ? null : page;
}
