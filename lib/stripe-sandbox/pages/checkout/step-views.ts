import { fill } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { html } from "../html";
import { layout } from "../layout";
import { brandStyle } from "./branding";
import { storeWords } from "./extras";
import { pageText, type PageText } from "./page-text";

/** What the script of the page does by itself: see `browser/frames/checkout.ts`. */
type Step = { complete?: string; leave?: string; challenge?: string; lookAgain?: string };

export function finish({ session }: CheckoutPage): Step {
  if (session.status !== "complete") return {};
  const isStaying = session.redirect_on_completion === "never" || !session.return_url;
  const leave = isStaying ? {} : { leave: withId(session.return_url ?? "", session.id) };
  return { complete: "1", ...leave };
}

/** A page for the script of the frame: it asks the store's page to do what the data says. */
export function stepView(page: CheckoutPage, step: Step, text: PageText): string {
  const content = html`<main class="card narrow stack" data-step="${JSON.stringify(step)}">
    <p role="status">${text.words.moment}</p>
  </main>`;
  return layout({
    title: page.merchant.display_name,
    body: "centered step",
    script: "checkout",
    locale: text.locale,
    content,
  });
}

/** The shopper approves in an app, as with BLIK: nothing is left to fill in here. */
export function isAwaitingApp({ payment_intent }: CheckoutPage): boolean {
  return (
    payment_intent?.status === "requires_action" &&
    payment_intent.next_action?.type === "blik_authorize"
  );
}

/** Looks again until the app has answered; without scripts the browser itself loads it anew. */
export function waitingView(page: CheckoutPage, languages: string): string {
  const text = pageText(page, languages);
  const step: Step = { lookAgain: "1" };
  const content = html`<main class="card narrow stack" data-step="${JSON.stringify(step)}">
    <span class="badge">Sandbox</span>
    <h1>${page.merchant.display_name}</h1>
    <p role="status">${text.words.waiting}</p>
  </main>`;
  return layout({
    title: `${text.words.title} (Sandbox)`,
    body: "centered",
    script: "checkout",
    locale: text.locale,
    style: brandStyle(page),
    head: html`<noscript><meta http-equiv="refresh" content="2" /></noscript>`,
    content,
  });
}

export function endedView(page: CheckoutPage, languages: string, step: Step): string {
  const text = pageText(page, languages);
  const { words } = text;
  const merchant = page.merchant.display_name;
  const recovery = page.session.after_expiration?.recovery?.url ?? null;
  const isComplete = page.session.status === "complete";
  const content = html`<main class="card narrow stack" data-step="${JSON.stringify(step)}">
    <span class="badge">Sandbox</span>
    <h1>${isComplete ? words.thanks : words.expired}</h1>
    <p class="quiet">${fill(isComplete ? words.thanksText : words.expiredText, { merchant })}</p>
    ${isComplete ? storeWords(page, "after_submit") : null}
    ${
      isComplete || recovery === null
        ? null
        : html`<a class="button" href="${recovery}">${words.recover}</a>`
    }
  </main>`;
  return layout({
    title: `${words.title} (Sandbox)`,
    body: "centered",
    script: "checkout",
    locale: text.locale,
    style: brandStyle(page),
    content,
  });
}

export function withId(url: string, id: string): string {
  return url.replaceAll("{CHECKOUT_SESSION_ID}", id);
}
