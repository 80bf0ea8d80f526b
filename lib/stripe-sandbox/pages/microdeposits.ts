import { createApi } from "../browser/shared/api";
import { html, type Html } from "./html";
import { layout, notFound, sandboxBadge } from "./layout";
import type { PageRequest, PageResponse, PageRoute } from "./route";
import { speechFor, type Speech } from "./words/page-words";

/** Where a shopper tells which small payments arrived: `next_action`'s `hosted_verification_url`. */
export const microdepositRoutes: PageRoute[] = [
  { method: "GET", path: "/microdeposits/:id", handle: show },
  { method: "POST", path: "/microdeposits/:id", handle: submit },
];

type Intent = { id: string; status: string; next_action: { type: string } | null };

async function show(request: PageRequest): Promise<PageResponse> {
  const found = await api(request).get<Intent>(address(request), secretOf(request));
  const speech = speechFor(request.languages);
  if (found.error) return notFound(speech);
  const isWaiting = found.value.next_action?.type === "verify_with_microdeposits";
  return {
    html: view(isWaiting ? form(request, speech, null) : ended(found.value, speech), speech),
  };
}

async function submit(request: PageRequest): Promise<PageResponse> {
  const verified = await api(request).post<Intent>(`${address(request)}/verify_microdeposits`, {
    ...secretOf(request),
    descriptor_code: request.form["descriptor_code"]?.trim(),
  });
  const speech = speechFor(request.languages);
  if (!verified.error) return { html: view(ended(verified.value, speech), speech) };
  const problem = verified.error.message ?? speech.say("didNotWork");
  return { html: view(form(request, speech, problem), speech) };
}

const api = ({ origin }: PageRequest) =>
  createApi({ origin, publishableKey: "pk_test_sandbox", stripeAccount: undefined });

function address({ params }: PageRequest): string {
  const id = params["id"] ?? "";
  return `/v1/${id.startsWith("seti_") ? "setup_intents" : "payment_intents"}/${id}`;
}

const secretOf = ({ query }: PageRequest) => ({
  client_secret: query.get("client_secret") ?? "",
});

function form({ params, query }: PageRequest, { say }: Speech, problem: string | null): Html {
  return html`<h1>${say("verify")}</h1>
    <p class="quiet">${say("verifyNote")}</p>
    <form method="post" action="/microdeposits/${params["id"]}?${query.toString()}">
      <div class="field">
        <label for="code">${say("codeLabel")}</label>
        <input
          class="input"
          id="code"
          name="descriptor_code"
          autocomplete="off"
          required
          aria-invalid="${problem === null ? "false" : "true"}"
          aria-describedby="code-error"
        />
        <p class="error" id="code-error" role="alert">${problem}</p>
      </div>
      <button class="button">${say("verifyButton")}</button>
    </form>`;
}

function ended({ status }: Intent, { say }: Speech): Html {
  const isGood = status === "processing" || status === "succeeded";
  return html`<h1>${say(isGood ? "verified" : "nothingToVerify")}</h1>
    <p class="quiet" role="status">${say("closePage")}</p>`;
}

function view(content: Html, { locale, say }: Speech): string {
  return layout({
    title: `${say("verify")} (Sandbox)`,
    body: "centered",
    locale,
    content: html`<main class="card narrow bank">${sandboxBadge} ${content}</main>`,
  });
}
