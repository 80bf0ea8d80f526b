import { apiError, invalidRequest, StripeError, type ErrorBody } from "../errors";
import type { Headers } from "./answer";
import { isNotDone } from "./not-done";

export type Failure = { status: number; body: { error: ErrorBody }; headers: Headers };

/** What goes over the wire for anything that was thrown. */
export function failureOf(thrown: unknown, logUrl: string): Failure {
  const error = thrown instanceof StripeError ? thrown : unexpected(thrown);
  const { status, body } = error;
  // A request without a valid key belongs to no account, and so to no account's log.
  const error_body = status === 401 ? body : { ...body, request_log_url: logUrl };
  return { status, body: { error: error_body }, headers: headersFor(error) };
}

function unexpected(thrown: unknown): StripeError {
  console.error(thrown);
  return apiError(
    `The sandbox failed. That is a mistake of the sandbox, not of your request: ${String(thrown)}`,
  );
}

/** Stripe says whether trying again can help where the status alone does not tell. */
function headersFor({ status, body }: StripeError): Headers {
  if (status === 401) return { "www-authenticate": 'Bearer realm="Stripe"' };
  if (status === 409) return { "stripe-should-retry": "true" };
  if (status === 429) return { "stripe-rate-limited-reason": "global-rate" };
  const isFinal = status === 402 || body.type === "idempotency_error";
  return isFinal ? { "stripe-should-retry": "false" } : {};
}

export function unrecognized(method: string, path: string): StripeError {
  const hint = path.includes("//") || path.endsWith("/") ? EMPTY_SEGMENT : "";
  const own = isNotDone(path) ? NOT_DONE : "";
  return invalidRequest(
    `Unrecognized request URL (${method}: ${path}). ${hint}Please see https://stripe.com/docs or we can help at https://support.stripe.com/.${own}`,
    {},
    404,
  );
}

const NOT_DONE = " (Stripe has this; the sandbox does not: see its README.)";

const EMPTY_SEGMENT =
  "If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code. ";
