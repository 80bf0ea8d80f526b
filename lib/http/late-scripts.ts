import type { IncomingMessage, ServerResponse } from "node:http";
import { finishPage, nonceOf } from "./finish-page";
import { saysNotHere } from "./not-here";

/**
 * Pages that can be read, and whose forms and links work, before any script has run. Next.js lets its scripts
 * race with them: on a phone they win the line and the processor, and the page is seen a second later. Here they
 * are asked for once the page stands.
 */
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const shoppersPages =
  /^\/(?:(?:products|cart|checkout|orders|account|lookup)(?:\/[^?.]*)?)?(?:\?.*)?$/;

/** Their form is Stripe's script, and they show a skeleton while the gateway is asked: they come in parts. */
const paymentPages = /^\/(?:checkout\/payment|orders\/[^/]+\/pay(?:\?|$))/;

export function withLateScripts(handle: Handle): Handle {
  return (request, response) => {
    if (isReadAtOnce(request)) {
      finishPage(request, response, (html) => {
        if (saysNotHere(html)) response.statusCode = 404;
        return scriptsLast(html, nonceOf(response));
      });
    }
    return handle(request, response);
  };
}

function isReadAtOnce({ method, url = "", headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    shoppersPages.test(url) &&
    !paymentPages.test(url) &&
    headers["rsc"] === undefined &&
    headers.range === undefined
  );
}

const asyncScript = /<script src="([^"]+)"(?=[^>]* async="")[^>]*><\/script>/g;
const scriptPreload = /<link rel="preload" as="script"[^>]*>/g;

/** A picture that does not come must not keep the page's scripts away for longer than this. */
const LATEST_MS = 3_000;

/**
 * Waits for the pictures in view, for the frame with them, and for word that something was seen. Marked `async` as
 * they were: Next.js finds its scripts by it, and does not ask for them twice.
 */
const loader = (sources: string[]) => `(() => {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    for (const source of ${JSON.stringify(sources)}) {
      const script = document.createElement("script");
      script.src = source;
      script.async = true;
      document.head.append(script);
    }
  };
  const look = (seen) => seen.getEntriesByName("first-contentful-paint").length && begin();
  const whenPainted = () => new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(whenPainted)));
  setTimeout(begin, ${LATEST_MS});
})()`;

/** What Next.js sends where it has rendered nothing: there is nothing to see before its scripts have run. */
const emptyPage = '<html id="__next_error__"';

export function scriptsLast(html: string, nonce: string): string {
  if (html.includes(emptyPage)) return html;
  const sources = Array.from(html.matchAll(asyncScript), ([, source = ""]) => source);
  const end = html.lastIndexOf("</body>");
  if (sources.length === 0 || end < 0) return html;
  const script = `<script nonce="${nonce}">${loader(sources).replaceAll("<", "\\u003c")}</script>`;
  const whole = html.slice(0, end) + script + html.slice(end);
  return whole.replaceAll(asyncScript, "").replaceAll(scriptPreload, "");
}
