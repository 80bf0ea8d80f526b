import type { ServerResponse } from "node:http";
import { API_VERSION } from "../scope";

export type Headers = Record<string, string>;

/** Browsers of any origin may call, as they may call Stripe. */
export const cors: Headers = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, POST, PUT, DELETE, OPTIONS",
  "access-control-allow-headers":
    "authorization, content-type, idempotency-key, stripe-account, stripe-version, x-requested-with",
  "access-control-expose-headers": "Request-Id, Stripe-Manage-Version, Stripe-Should-Retry",
  "access-control-max-age": "300",
};

export function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Headers = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-cache, no-store",
    "stripe-version": API_VERSION,
    ...cors,
    ...headers,
  });
  response.end(text);
}

/** Stripe indents every answer. Here only those that people and `grep` read are worth the time. */
export function legible(text: string, userAgent: string | undefined): string {
  return userAgent?.startsWith("curl/") ? JSON.stringify(JSON.parse(text), null, 2) : text;
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(html),
    "cache-control": "no-store",
  });
  response.end(html);
}
