import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { errorEntries, type ErrorEntry } from "./errors";

/** Tokens and not cookies say who is calling, so any page of any origin may ask. */
const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, PATCH, DELETE, OPTIONS",
  "Access-Control-Allow-Headers":
    "Authorization, Accept, Content-Type, User-Agent, X-Requested-With",
  "Access-Control-Expose-Headers":
    "X-Request-Id, Retry-After, X-Ratelimit-Limit, X-Ratelimit-Interval, X-Ratelimit-Remaining",
  "Access-Control-Max-Age": "86400",
} as const;

/** Wraps every handler of this dialect: a refusal becomes its `errors`, a fault a 500 without details. */
export function route<C>(
  mediaType: string,
  handler: (request: Request, context: C) => Promise<Response>,
): (request: Request, context: C) => Promise<Response> {
  return async (request, context) => {
    const requestId = newId();
    const answer = await answerOf(() => handler(request, context), { requestId, mediaType });
    for (const [name, value] of Object.entries(cors)) answer.headers.set(name, value);
    answer.headers.set("X-Request-Id", requestId);
    answer.headers.set("Cache-Control", "no-store");
    return answer;
  };
}

type Answering = { requestId: string; mediaType: string };

async function answerOf(work: () => Promise<Response>, answering: Answering): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const errors = errorEntries(error) ?? [fault(error, answering.requestId)];
    const status = Number(errors[0]?.status ?? 500);
    const { retryAfterSeconds } = error instanceof DomainError ? error.facts : {};
    const headers = {
      "Content-Type": answering.mediaType,
      ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
    };
    // JSON:API writes a status as text, and the clients of tokens read it as a number.
    const isPlain = answering.mediaType === "application/json";
    const written = isPlain ? errors.map((entry) => ({ ...entry, status })) : errors;
    return Response.json({ errors: written }, { status, headers });
  }
}

/** A browser asks before it sends a token. */
export function preflight(): Response {
  return new Response(null, { status: 204, headers: cors });
}

function fault(error: unknown, requestId: string): ErrorEntry {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`commerce-layer: request ${requestId}: ${cause}`);
  return {
    title: "Internal Server Error",
    detail: `The request ${requestId} could not be carried out.`,
    code: "INTERNAL_SERVER_ERROR",
    status: "500",
  };
}
