import { html, trusted, type Html } from "./html";
import type { Speech } from "./words/page-words";
import { checkoutStyles, otherPageStyles, pageStyles } from "./page-styles";

type Layout = {
  title: string;
  /** Decides which rules of the style sheet apply: `<body class="challenge">`. */
  body: string;
  /** Of the words on the page; English unless it says otherwise. */
  locale?: string;
  /** Rules that come after the style sheet: a store's own colours. */
  style?: string;
  /** What else the browser must know before it draws the page. */
  head?: Html;
  script?: string;
  content: Html;
};

/** The frame of every page that the sandbox shows to shoppers. */
export function layout({
  title,
  body,
  script,
  head,
  content,
  locale = "en",
  style = "",
}: Layout): string {
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${head}
        <style>
          ${trusted(pageStyles + checkoutStyles + otherPageStyles + style)}
        </style>
      </head>
      <body class="${body}">
        ${content} ${script ? html`<script src="/assets/${script}.js"></script>` : null}
      </body>
    </html>`;
  return page.text;
}

export const sandboxBadge = html`<span class="badge">Sandbox</span>`;

export function notFound({ locale, say }: Speech): { status: number; html: string } {
  const content = html`<main class="card narrow">
    ${sandboxBadge}
    <h1>${say("notFound")}</h1>
    <p class="quiet">${say("notFoundText")}</p>
  </main>`;
  return {
    status: 404,
    html: layout({ title: say("notFound"), body: "centered", locale, content }),
  };
}
