import type { z } from "zod";
import { DomainError, type ErrorCode } from "@/lib/errors";

/** A refusal that only this dialect knows: about the form of a request, or who sent it. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly status: number,
    message: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

const statuses = {
  invalid_input: 400,
  not_found: 404,
  forbidden: 403,
  cart_empty: 400,
  cart_changed: 409,
  out_of_stock: 409,
  price_unavailable: 422,
  shipping_unavailable: 422,
  order_not_payable: 409,
  order_cancelled: 409,
  nothing_to_capture: 409,
  nothing_to_refund: 409,
  nothing_to_void: 409,
  amount_too_large: 422,
  amount_invalid: 400,
  currency_mismatch: 422,
  wrong_state: 409,
  key_reused: 409,
  key_in_progress: 409,
  gateway_disabled: 422,
  gateway_cannot: 422,
  gateway_declined: 402,
  gateway_down: 503,
  too_many_attempts: 429,
} as const satisfies Record<ErrorCode, number>;

export type ErrorBody = { message: string; code?: number; [more: string]: unknown };

/** Null: it is no refusal but a fault of ours. */
export function refusalOf(error: unknown): { status: number; body: ErrorBody } | null {
  if (error instanceof RequestError) {
    const { status, message, extra } = error;
    return { status, body: { message, code: status, ...extra } };
  }
  if (!(error instanceof DomainError)) return null;
  const { what, ...facts } = error.facts;
  const status = statuses[error.code];
  const { message } = error;
  // These clients know a duplicate by its words: it never had a number.
  if (what === "external_transaction_id") return { status, body: { message } };
  if (what === "reader")
    return { status, body: { message: `${status}: ${message}`, code: status } };
  const body = { message, code: status, type: error.code };
  return { status, body: Object.keys(facts).length > 0 ? { ...body, facts } : body };
}

/** What does not fit a schema, in one sentence that names the place. */
export function invalidRequest({ issues }: z.ZodError): RequestError {
  const [issue] = issues;
  const place = issue?.path.join(".") ?? "";
  const missing = issue?.code === "invalid_type" && issue.message.includes("received undefined");
  const text = missing ? "is required" : (issue?.message ?? "is invalid");
  const message = place === "" ? text : `${place}: ${text}`;
  return new RequestError(400, message, { ...(place !== "" && { param: place }) });
}
