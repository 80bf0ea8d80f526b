import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const hourMs = 3_600_000;

/** How long a link opens its order. */
export const linkLivesMs = { mail: 90 * 24 * hourMs, lookup: 24 * hourMs } as const;

/** The end of an order's address, with or without a time at which it ends. */
export const orderLinkPattern = /^([\w-]{32})(?:\.([0-9a-z]{6,9})\.([\w-]{22}))?$/;

const signature = (accessToken: string, until: string): string =>
  createHmac("sha256", env().authSecret)
    .update(`order link ${accessToken} ${until}`)
    .digest("base64url")
    .slice(0, 22);

/**
 * The last part of an order's address that opens it until then, for whoever has it: the order's own token, when
 * it ends, and our signature over both. The token alone is good only for a short time after the order
 * was made, so cutting the end off a link does not make it live longer.
 */
export function signOrderLink(accessToken: string, livesMs: number, now = Date.now()): string {
  const until = Math.floor((now + livesMs) / 1000).toString(36);
  return `${accessToken}.${until}.${signature(accessToken, until)}`;
}

/** Null: no link of ours. "expired" has a good signature whose time is over. */
export function readOrderLink(
  link: string,
  now = Date.now(),
): { accessToken: string; is: "bare" | "signed" | "expired" } | null {
  const [, accessToken, until, given] = orderLinkPattern.exec(link) ?? [];
  if (accessToken === undefined) return null;
  if (until === undefined || given === undefined) return { accessToken, is: "bare" };
  const right = Buffer.from(signature(accessToken, until));
  const theirs = Buffer.from(given);
  if (right.length !== theirs.length || !timingSafeEqual(right, theirs)) return null;
  return { accessToken, is: parseInt(until, 36) * 1000 > now ? "signed" : "expired" };
}
