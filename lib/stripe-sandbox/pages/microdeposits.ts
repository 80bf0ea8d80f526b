import { createApi } from "../browser/shared/api";
import { html, type Html } from "./html";
import { layout, notFound, sandboxBadge } from "./layout";
import type { PageRequest, PageResponse, PageRoute } from "./route";

/** Where a shopper tells which small payments arrived: `next_action`'s `hosted_verification_url`. */
export const microdepositRoutes: PageRoute[] = [
  { method: "GET", path: "/microdeposits/:id", handle: show },
  { method: "POST", path: "/microdeposits/:id", handle: submit },
];

type Intent = { id: string; status: string; next_action: { type: string } | null };

async function show(request: PageRequest): Promise<PageResponse> {
  const found = await api(request).get<Intent>(address(request), secretOf(request));
  if (found.error) return notFound("verification");
  const isWaiting = found.value.next_action?.type === "verify_with_microdeposits";
  return { html: view(isWaiting ? form(request, null) : ended(found.value)) };
}

async function submit(request: PageRequest): Promise<PageResponse> {
  const verified = await api(request).post<Intent>(`${address(request)}/verify_microdeposits`, {
    ...secretOf(request),
    descriptor_code: request.form["descriptor_code"]?.trim(),
  });
  if (!verified.error) return { html: view(ended(verified.value)) };
  return { html: view(form(request, verified.error.message ?? "That did not work.")) };
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

function form({ params, query }: PageRequest, problem: string | null): Html {
  return html`<h1>Verify your bank account</h1>
    <p class="quiet">
      A payment of one cent arrived on your account. Its statement line begins with a code of six
      characters. In the sandbox that code is SM11AA; SM33CC has been tried too often, SM44DD is too
      late, and everything else is wrong.
    </p>
    <form method="post" action="/microdeposits/${params["id"]}?${query.toString()}">
      <div class="field">
        <label for="code">Code on your statement</label>
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
      <button class="button">Verify</button>
    </form>`;
}

function ended({ status }: Intent): Html {
  const isGood = status === "processing" || status === "succeeded";
  return html`<h1>${isGood ? "Your account is verified" : "There is nothing to verify"}</h1>
    <p class="quiet" role="status">You can close this page.</p>`;
}

function view(content: Html): string {
  return layout({
    title: "Verify your bank account (Sandbox)",
    body: "centered",
    content: html`<main class="card narrow bank">${sandboxBadge} ${content}</main>`,
  });
}
