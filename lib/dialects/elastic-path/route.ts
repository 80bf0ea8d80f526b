import { newId } from "@/lib/ids";
import { DomainError } from "@/lib/errors";
import { isStorableUrl } from "@/lib/http/storable";
import { errorEntries, RequestError, type ErrorEntry } from "./errors";

export { jsonBody, optionalJsonBody } from "./body";

/** What Next.js gives a handler beside the request. */
export type Context<Name extends string = never> = {
  params: Promise<Record<Name, string>>;
};

/** Everything that an official client may send from a browser. */
const allowedHeaders = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "X-MOLTIN-CURRENCY",
  "X-MOLTIN-LANGUAGE",
  "X-MOLTIN-LOCALE",
  "X-MOLTIN-CUSTOMER-TOKEN",
  "X-MOLTIN-APPLICATION",
  "X-MOLTIN-AUTH-STORE",
  "X-MOLTIN-SETTINGS",
  "X-MOLTIN-SDK-LANGUAGE",
  "X-MOLTIN-SDK-VERSION",
  "EP-Account-Management-Authentication-Token",
  "EP-Beta-Features",
  "EP-Channel",
  "EP-Context-Tag",
].join(", ");

/** Tokens and not cookies say who is calling, so any page of any origin may ask. */
const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
  "Access-Control-Allow-Headers": allowedHeaders,
  "Access-Control-Expose-Headers": "X-Request-Id, Retry-After",
  "Access-Control-Max-Age": "86400",
} as const;

type Handler<C> = (request: Request, context: C) => Promise<Response>;

/** Wraps every handler of this dialect: a refusal becomes its `errors`, a fault a 500 without details. */
export function route<C = unknown>(handler: Handler<C>): Handler<C> {
  return async (request, context) => {
    const requestId = newId();
    const answer = await answerOf(() => {
      requireReadable(request);
      return handler(request, context);
    }, requestId);
    for (const [name, value] of Object.entries(cors)) answer.headers.set(name, value);
    answer.headers.set("X-Request-Id", requestId);
    answer.headers.set("Cache-Control", "no-store");
    return answer;
  };
}

/** @throws RequestError 400 */
function requireReadable({ url }: Request): void {
  if (isStorableUrl(url)) return;
  const detail = "The address holds a character that no text can have";
  throw new RequestError(400, [{ title: "Bad Request", detail }]);
}

async function answerOf(work: () => Promise<Response>, requestId: string): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return refusal(error, requestId);
  }
}

/** A browser asks before it sends a token. */
export function preflight(): Response {
  return new Response(null, { status: 204, headers: cors });
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * The methods that an address does not have: `export const { PUT, PATCH, DELETE, OPTIONS } =
 * others("GET", "POST");`. The framework's own answer would have no body, and these clients read one.
 */
export function others(...has: Method[]): Record<Method | "OPTIONS", Handler<unknown>> {
  const allow = [...has, "OPTIONS"].join(", ");
  const refuse = route((request) => {
    const { pathname } = new URL(request.url);
    const detail = `${request.method} is not a method of ${pathname.slice(0, 200)}`;
    const entry = { status: 405, title: "Method Not Allowed", detail };
    return Promise.resolve(
      Response.json({ errors: [entry] }, { status: 405, headers: { Allow: allow } }),
    );
  });
  const OPTIONS = () => Promise.resolve(preflight());
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS };
}

function refusal(error: unknown, requestId: string): Response {
  const entries = errorEntries(error) ?? [fault(error, requestId)];
  const status = entries[0]?.status ?? 500;
  const wait = error instanceof DomainError ? error.facts["retryAfterSeconds"] : undefined;
  const headers = wait === undefined ? undefined : { "Retry-After": String(wait) };
  return Response.json({ errors: entries }, { status, headers });
}

function fault(error: unknown, requestId: string): ErrorEntry {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`elastic-path: request ${requestId}: ${cause}`);
  return {
    status: 500,
    title: "Internal Server Error",
    detail: "There was an internal server error, you can report with your request id.",
    request_id: requestId,
  };
}
