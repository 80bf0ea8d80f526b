import { cardFrameStyles, frameStyles } from "./frame-styles";
import { html, trusted } from "./html";
import type { PageRoute } from "./route";

const titles: Readonly<Record<string, string>> = {
  payment: "Secure payment input frame",
  card: "Secure card input frame",
  address: "Secure address input frame",
  express: "Secure express checkout frame",
  fields: "Secure input frame",
  wallet: "Sandbox Pay",
};

/** The documents inside the elements of Stripe.js: an empty body that the frame's script fills. */
export const frameRoute: PageRoute = {
  method: "GET",
  path: "/frames/:name",
  handle({ params }) {
    const name = params["name"] ?? "";
    const title = titles[name];
    if (title === undefined)
      return { status: 404, html: "<!doctype html><title>Not found</title>" };
    const page = html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <link rel="icon" href="data:," />
          <title>${title}</title>
          <style>
            ${trusted(frameStyles + cardFrameStyles)}
          </style>
        </head>
        <body>
          <script src="/assets/${name}.js"></script>
        </body>
      </html>`;
    return { html: page.text };
  },
};
