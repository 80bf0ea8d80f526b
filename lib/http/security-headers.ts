import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";

/** The origins that a checkout page loads scripts and frames from, sends data to, and posts forms to. */
function gatewayOrigins(): { script: string; frame: string; connect: string; form: string } {
  const { stripe } = env();
  if (stripe.mode === "sandbox") {
    const { url } = stripe;
    return { script: url, frame: url, connect: url, form: url };
  }
  return {
    script: "https://js.stripe.com https://*.js.stripe.com",
    frame:
      "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com https://checkout.stripe.com",
    // The last one is a card reader in the same network as the till, which has a name there.
    connect:
      "https://api.stripe.com https://checkout.stripe.com https://*.device.stripe-terminal-local-reader.net:4443",
    form: "https://checkout.stripe.com https://billing.stripe.com https://hooks.stripe.com",
  };
}

function contentSecurityPolicy(nonce: string, dev: boolean): string {
  const { script, frame, connect, form } = gatewayOrigins();
  const rules = [
    "default-src 'self'",
    // Scripts that a trusted script adds (Stripe.js by its loader) are trusted too.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' ${script}${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${frame}`,
    "font-src 'self' data:",
    `connect-src 'self' ${connect}${dev ? " ws:" : ""}`,
    `frame-src 'self' ${frame}`,
    `form-action 'self' ${form}`,
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "object-src 'none'",
  ];
  return rules.join("; ");
}

/**
 * Puts the headers that protect a page on the answer, and the policy on the request as well, because
 * that is where Next.js looks for the nonce to put on its own scripts.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  dev: boolean,
): void {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), dev);
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  // An order's address is its key: it must not travel to other sites.
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (env().storeUrl.startsWith("https:")) {
    response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
}
