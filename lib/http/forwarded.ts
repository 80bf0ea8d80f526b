import type { IncomingMessage } from "node:http";

/** Addresses that nobody on the internet has: a proxy of ours, or somebody at this very machine. */
const ownNetwork =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|fe80:|f[cd][0-9a-f]{2}:)/i;

const plain = (address: string) => address.replace(/^::ffff:/i, "").trim();

/**
 * Who is asking. Each proxy writes at the end of `X-Forwarded-For` whom it was asked by; only the entries
 * of proxies that are ours are believed, because the client could have written all that stands before.
 *
 * @param peer the address at the other end of the connection
 * @param trusted how many proxies are ours; null: one, where the peer is in our own network
 */
export function clientOf(
  forwarded: string | undefined,
  peer: string | undefined,
  trusted: number | null,
): string {
  const last = plain(peer ?? "");
  const hops = trusted ?? (ownNetwork.test(last) ? 1 : 0);
  const chain = [...(forwarded ?? "").split(",").map(plain).filter(Boolean), last];
  return chain.at(-1 - Math.min(hops, chain.length - 1)) || "unknown";
}

/** Leaves in `X-Forwarded-For` the one address that may be believed: the rest of the store reads it there. */
export function nameClient(request: IncomingMessage, trusted: number | null): void {
  const given = request.headers["x-forwarded-for"];
  const forwarded = Array.isArray(given) ? given.join(",") : given;
  request.headers["x-forwarded-for"] = clientOf(forwarded, request.socket.remoteAddress, trusted);
}
