import type { Challenge } from "../page-api";
import { formatAmount } from "../browser/shared/money";
import { methodLabel } from "../browser/shared/methods";
import { html, type Html } from "./html";
import { layout, notFound, sandboxBadge } from "./layout";
import { voucherPage } from "./voucher";
import type { PageRequest, PageResponse, PageRoute } from "./route";
import { speechFor, type Speech } from "./words/page-words";

/**
 * Where a bank would ask the shopper: 3-D Secure in an overlay or on a page of its own, and the
 * redirect pages of banks and wallets. The answer is a plain form post, so it works without script.
 */
export const challengeRoute: PageRoute = {
  method: "GET",
  path: "/challenge/:id",
  handle({ params, query, api, languages }) {
    const challenge = api.challenge(params["id"] ?? "");
    const speech = speechFor(languages);
    if (challenge === null) return notFound(speech);
    const isEmbedded = query.get("embedded") === "1";
    if (challenge.kind === "voucher") return { html: voucherPage(challenge, speech, isEmbedded) };
    if (challenge.status !== "open") return answered(challenge, speech, isEmbedded);
    return { html: page(challenge, speech, isEmbedded) };
  },
};

export const challengeAnswerRoute: PageRoute = {
  method: "POST",
  path: "/challenge/:id",
  handle: answer,
};

async function answer({ params, query, form, api, languages }: PageRequest): Promise<PageResponse> {
  const id = params["id"] ?? "";
  const before = api.challenge(id);
  const speech = speechFor(languages);
  if (before === null) return notFound(speech);
  const isEmbedded = query.get("embedded") === "1" || form["embedded"] === "1";
  const outcome = form["outcome"] === "complete" ? "complete" : "fail";
  // A second answer, such as a reload of the page, changes nothing.
  const after = before.status === "open" ? await api.resolveChallenge(id, outcome) : before;
  if (after.kind === "voucher") return { html: voucherPage(after, speech, isEmbedded) };
  return answered(after, speech, isEmbedded);
}

function answered(
  challenge: Challenge,
  { locale, say }: Speech,
  isEmbedded: boolean,
): PageResponse {
  if (!isEmbedded && challenge.returnUrl !== null) return { redirect: challenge.returnUrl };
  const isDone = challenge.status === "completed";
  const content = html`<main
    class="card narrow bank"
    data-challenge="${challenge.id}"
    data-status="${challenge.status}"
  >
    <header>
      <h1>${say(isDone ? "authenticated" : "notAuthenticated")}</h1>
      ${sandboxBadge}
    </header>
    <p class="quiet">${say("closeWindow", { merchant: challenge.merchant })}</p>
  </main>`;
  const body = isEmbedded ? "overlay" : "centered";
  return {
    html: layout({ title: say("authentication"), body, locale, script: "challenge", content }),
  };
}

function page(challenge: Challenge, speech: Speech, isEmbedded: boolean): string {
  const { locale, say } = speech;
  const isCard = challenge.kind === "three_d_secure";
  const method = methodLabel(challenge.paymentMethodType);
  const heading = isCard ? say("confirmIdentity") : say("payWith", { method });
  const content = html`<main class="card narrow bank" aria-labelledby="heading">
    <header>
      <span class="bank-name">${shield()} ${isCard ? "3D Secure" : method}</span>${sandboxBadge}
    </header>
    <div class="stack">
      <h1 id="heading">${heading}</h1>
      <p class="quiet">${isCard ? say("bankNote") : say("redirectNote", { method })}</p>
    </div>
    <dl class="facts">
      <div>
        <dt>${say("merchant")}</dt>
        <dd>${challenge.merchant}</dd>
      </div>
      ${
        challenge.amount === 0
          ? null
          : html`<div>
              <dt>${say("amount")}</dt>
              <dd>${formatAmount(challenge.amount, challenge.currency, locale)}</dd>
            </div>`
      }
    </dl>
    <form method="post" action="/challenge/${challenge.id}${isEmbedded ? "?embedded=1" : ""}">
      <button class="button" name="outcome" value="complete" data-first>
        ${say(isCard ? "complete" : "completePayment")}
      </button>
      <button class="button plain" name="outcome" value="fail">
        ${say(isCard ? "fail" : "failPayment")}
      </button>
    </form>
  </main>`;
  const body = isEmbedded ? "overlay" : "centered";
  return layout({ title: `${heading} (Sandbox)`, body, locale, script: "challenge", content });
}

function shield(): Html {
  return html`<svg
    width="22"
    height="24"
    viewBox="0 0 22 24"
    fill="none"
    aria-hidden="true"
    focusable="false"
  >
    <path
      d="M11 1 2 4.5V11c0 5.6 3.7 9.9 9 12 5.3-2.1 9-6.4 9-12V4.5z"
      fill="#eceaff"
      stroke="#5146e5"
      stroke-width="1.6"
      stroke-linejoin="round"
    />
    <path
      d="m7 11.8 2.8 2.8L15.2 9"
      stroke="#5146e5"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`;
}
