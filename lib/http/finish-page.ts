import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compressed = promisify(gzip);

/** A page's own nonce, from the policy that was put on its answer. */
export const nonceOf = (response: ServerResponse): string =>
  /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? "";

export const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b/.test(String(headers["accept-encoding"] ?? ""));

/** Sends a whole page, compressed where the browser takes that. */
export async function sendPage(html: string, isGzip: boolean, response: ServerResponse) {
  const body = isGzip ? await compressed(html, { level: 4 }) : Buffer.from(html);
  if (isGzip) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", body.length);
  response.end(body);
}

/**
 * Keeps an answer back until it is whole, and sends what `finish` makes of it if it is a page, else what it is.
 * Next.js is asked for it uncompressed; its compressor still writes the head before the first part, so the head is
 * kept back too.
 */
export function finishPage(
  request: IncomingMessage,
  response: ServerResponse,
  finish: (html: string) => string,
): void {
  const isGzip = takesGzip(request);
  request.headers["accept-encoding"] = "identity";
  const chunks: Buffer[] = [];
  const { writeHead, flushHeaders, write, end } = response;
  const letGo = () => Object.assign(response, { writeHead, flushHeaders, write, end });
  const held = <F extends ServerResponse["end" | "write" | "writeHead"]>(
    method: F,
    instead: (args: unknown[]) => unknown,
  ): F => new Proxy(method, { apply: (_method, _self, args) => instead(args) });

  response.flushHeaders = () => undefined;
  response.writeHead = held(writeHead, (args) => {
    // Whoever gives headers along writes no page.
    if (args.length > 1) return Reflect.apply(writeHead, letGo(), args);
    response.statusCode = Number(args[0]);
    return response;
  });
  response.write = held(write, ([chunk]) => {
    keep(chunks, chunk);
    return true;
  });
  response.end = held(end, ([chunk]) => {
    keep(chunks, chunk);
    letGo();
    const body = Buffer.concat(chunks);
    if (!isPage(response)) return response.end(body);
    response.removeHeader("etag");
    void sendPage(finish(body.toString()), isGzip, response);
    return response;
  });
}

function keep(chunks: Buffer[], chunk: unknown): void {
  if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
  else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
}

const isPage = (response: ServerResponse): boolean =>
  String(response.getHeader("content-type")).startsWith("text/html");
