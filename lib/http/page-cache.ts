import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { chooseLocale, localeCookie } from "@/lib/i18n/choice";
import { nonceOf, sendPage, takesGzip } from "./finish-page";

/**
 * Whole pages, kept in memory for visitors of whom nothing is known yet: no bag, no currency of their
 * own. A page is good for one version of what it shows, and the version is asked for at every request.
 */
type Page = {
  version: string;
  headers: OutgoingHttpHeaders;
  /** The page, cut where its nonce stands: each answer has a nonce of its own. */
  parts: string[];
  bytes: number;
};

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const MAX_BYTES = 32 * 1024 * 1024;

const shopPages = /^\/(?:products(?:\/[^?]*)?)?(?:\?.*)?$/;
const personal =
  /(?:^|;\s*)(?:cart|currency|(?:__Secure-)?tender-shopper\.session_token|__prerender_bypass|__next_preview_data)=/;

function isForAnybody({ method, url = "", headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    shopPages.test(url) &&
    headers["rsc"] === undefined &&
    headers["next-action"] === undefined &&
    headers.range === undefined &&
    headers.authorization === undefined &&
    !personal.test(headers.cookie ?? "")
  );
}

const chosenLocale = new RegExp(`(?:^|;\\s*)${localeCookie}=([^;]*)`);

/** One page for each address and language. */
function keyOf({ url = "", headers }: IncomingMessage): string {
  const cookie = chosenLocale.exec(headers.cookie ?? "")?.[1];
  return `${chooseLocale({ cookie, acceptLanguage: headers["accept-language"] })} ${url}`;
}

/** @param version gives what the pages were made of; while it fails, nothing is kept or served from here */
export function withPageCache(handle: Handle, version: () => Promise<string>): Handle {
  const pages = new Map<string, Page>();
  let bytes = 0;

  const drop = (key: string) => {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  const keep = (key: string, page: Page) => {
    drop(key);
    pages.set(key, page);
    bytes += page.bytes;
    for (const oldest of pages.keys()) {
      if (bytes <= MAX_BYTES) break;
      drop(oldest);
    }
  };

  return async (request, response) => {
    if (!isForAnybody(request)) return handle(request, response);
    const current = await version().catch(() => null);
    if (current === null) return handle(request, response);
    const key = keyOf(request);
    const page = pages.get(key);
    if (page?.version === current) {
      // Those that are asked for most stay longest.
      pages.delete(key);
      pages.set(key, page);
      return send(page, request, response);
    }
    // The only other encoding that the copy below is made of.
    request.headers["accept-encoding"] = takesGzip(request) ? "gzip" : "identity";
    copyAnswer(response, (body) => keep(key, pageOf(current, response, body)));
    return handle(request, response);
  };
}

/** These belong to one answer and not to the page. */
const ofOneAnswer = [
  "content-security-policy",
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "connection",
  "keep-alive",
  "date",
  "etag",
];

function pageOf(version: string, response: ServerResponse, body: string): Page {
  const nonce = nonceOf(response);
  const parts = nonce === "" ? [body] : body.split(nonce);
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).filter(([name]) => !ofOneAnswer.includes(name)),
  );
  return { version, headers, parts, bytes: 2 * body.length };
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(page.headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.appendHeader("vary", "Accept-Encoding, Accept-Language, Cookie");
  return sendPage(page.parts.join(nonceOf(response)), takesGzip(request), response);
}

/** Calls back with the whole body of an answer that is a page for everybody, once it has been sent. */
function copyAnswer(response: ServerResponse, whenWhole: (body: string) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const copy = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = new Proxy(write, {
    apply(target, self, args) {
      copy(args[0]);
      return Reflect.apply(target, self, args);
    },
  });
  response.end = new Proxy(end, {
    apply(target, self, args) {
      copy(args[0]);
      return Reflect.apply(target, self, args);
    },
  });
  response.once("finish", () => {
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    if (response.statusCode !== 200 || !isPage || response.hasHeader("set-cookie")) return;
    const body = Buffer.concat(chunks);
    const isGzip = response.getHeader("content-encoding") === "gzip";
    whenWhole((isGzip ? gunzipSync(body) : body).toString());
  });
}
