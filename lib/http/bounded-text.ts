/** What is too large is read to its end all the same, up to this: an honest client waits until all of it went out. */
const mostBytesDropped = 64_000_000;

/**
 * A request's body, and not a byte more than that kept of it: it is counted while it comes, because its
 * announced length may be missing or wrong. Null: it is larger. A body that was left unread in the middle would
 * hold up the next request on its connection.
 */
export async function boundedText(request: Request, maxBytes: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  if (request.body === null) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size <= maxBytes) parts.push(part);
    else parts.length = 0;
    if (size > mostBytesDropped) break;
  }
  return size > maxBytes ? null : Buffer.concat(parts).toString("utf8");
}
