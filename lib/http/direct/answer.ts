import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Params } from "./route-table";

export type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Below this, what compressing saves is less than what it costs. */
const COMPRESSED_FROM_BYTES = 1024;
const compressed = promisify(gzip);

/** Asks a handler and sends what it answers. A fault is an empty 500, as from Next.js. */
export async function answer(
  handler: Handler,
  params: Params,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answered = await handler(asRequest(request), { params: Promise.resolve(params) });
    await send(answered, request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

/** Handlers read the path and the query of its address, and nothing before them. */
function asRequest(request: IncomingMessage): Request {
  const { method = "GET", url = "", headers } = request;
  const own = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) own.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const body = method === "GET" ? null : bodyOf(request);
  const streaming = { method, headers: own, body, duplex: "half" };
  return new Request(`http://localhost${url}`, streaming);
}

/** Nothing of it is read before the handler asks, who is the one to say how much is too much. */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = request[Symbol.asyncIterator]();
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return?.();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

const mayRepeat = new Set(["set-cookie", "www-authenticate", "vary"]);

async function send(answered: Response, request: IncomingMessage, response: ServerResponse) {
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) {
    if (mayRepeat.has(name) || !response.hasHeader(name)) response.appendHeader(name, value);
  }
  const body = answered.body === null ? null : Buffer.from(await answered.arrayBuffer());
  if (body === null) {
    response.end();
    return;
  }
  response.appendHeader("vary", "Accept-Encoding");
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const isGzip = takesGzip && body.length >= COMPRESSED_FROM_BYTES;
  if (isGzip) response.setHeader("content-encoding", "gzip");
  response.end(isGzip ? await compressed(body) : body);
}
