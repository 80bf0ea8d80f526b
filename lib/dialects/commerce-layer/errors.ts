import type { z } from "zod";
import { DomainError, type ErrorCode } from "@/lib/errors";

/** One entry of an answer's `errors`, as JSON:API has it: `status` is a string. */
export type ErrorEntry = {
  title: string;
  detail: string;
  code: string;
  status: string;
  source?: { pointer: string };
  meta?: Record<string, unknown>;
};

/** A refusal that only this dialect knows: about the form of a request, or who sent it. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(readonly entries: readonly [ErrorEntry, ...ErrorEntry[]]) {
    super(entries[0].detail);
  }
}

function refusal(status: number, code: string, title: string, detail: string): RequestError {
  return new RequestError([{ title, detail, code, status: String(status) }]);
}

export const badRequest = (code: string, title: string, detail: string) =>
  refusal(400, code, title, detail);

export const notFound = (detail = "The requested resource was not found.") =>
  refusal(404, "RECORD_NOT_FOUND", "Record not found", detail);

export const unauthorized = () =>
  refusal(
    401,
    "UNAUTHORIZED",
    "Access denied",
    "You are not authorized to perform this action on the requested resource.",
  );

export const invalidToken = () =>
  refusal(401, "INVALID_TOKEN", "Invalid token", "The access token you provided is invalid.");

export const notAcceptable = () =>
  refusal(
    406,
    "NOT_ACCEPTABLE",
    "Not acceptable",
    "All requests must use the 'application/vnd.api+json' Accept without media type parameters.",
  );

export const unsupportedMediaType = () =>
  refusal(
    415,
    "UNSUPPORTED_MEDIA_TYPE",
    "Unsupported media type",
    "All requests that create or update must use the 'application/vnd.api+json' Content-Type.",
  );

export const methodNotAllowed = () =>
  refusal(405, "METHOD_NOT_ALLOWED", "Method not allowed", "The resource has no such method.");

/** Something else stands on it, so it cannot go. */
export const locked = (detail: string) => refusal(423, "LOCKED", "Locked", detail);

/** One field that cannot be as it is. `error` is the kind of fault, in the clients' words. */
export function validationEntry(field: string, message: string, error = "invalid"): ErrorEntry {
  const where = field.split(".").at(-1) ?? field;
  return {
    title: message,
    detail: `${where} - ${message}`,
    code: "VALIDATION_ERROR",
    status: "422",
    source: {
      pointer: field.includes(".") ? `/data/${field.replaceAll(".", "/")}` : pointer(where),
    },
    meta: { error },
  };
}

const pointer = (field: string) => (field === "base" ? "/data" : `/data/attributes/${field}`);

export const invalid = (field: string, message: string, error?: string) =>
  new RequestError([validationEntry(field, message, error)]);

/** The field that a refusal is about, and the clients' word for the fault; the rest is its message. */
const answers = {
  invalid_input: { status: 422, field: "base", error: "invalid" },
  not_found: { status: 404, field: "base", error: "not_found" },
  forbidden: { status: 401, field: "base", error: "unauthorized" },
  cart_empty: { status: 422, field: "line_items", error: "blank" },
  cart_changed: { status: 422, field: "base", error: "changed" },
  out_of_stock: { status: 422, field: "quantity", error: "out_of_stock" },
  price_unavailable: { status: 422, field: "sku_code", error: "price_unavailable" },
  shipping_unavailable: { status: 422, field: "shipping_method", error: "invalid" },
  order_not_payable: { status: 422, field: "payment_source", error: "not_payable" },
  order_cancelled: { status: 422, field: "status", error: "cancelled" },
  nothing_to_capture: { status: 422, field: "capture", error: "nothing_left" },
  nothing_to_refund: { status: 422, field: "refund", error: "nothing_left" },
  nothing_to_void: { status: 422, field: "void", error: "nothing_left" },
  amount_too_large: { status: 422, field: "amount_cents", error: "less_than_or_equal_to" },
  amount_invalid: { status: 422, field: "amount_cents", error: "greater_than" },
  currency_mismatch: { status: 422, field: "currency_code", error: "invalid" },
  wrong_state: { status: 422, field: "status", error: "invalid" },
  key_reused: { status: 422, field: "base", error: "taken" },
  key_in_progress: { status: 409, field: "base", error: "in_progress" },
  gateway_disabled: { status: 422, field: "payment_method", error: "disabled" },
  gateway_cannot: { status: 422, field: "payment_source", error: "invalid" },
  gateway_declined: { status: 422, field: "payment_source", error: "declined" },
  gateway_down: { status: 503, field: "payment_source", error: "gateway_down" },
  too_many_attempts: { status: 429, field: "base", error: "too_many_attempts" },
} as const satisfies Record<ErrorCode, { status: number; field: string; error: string }>;

const codes: Partial<Record<number, { code: string; title: string }>> = {
  401: { code: "UNAUTHORIZED", title: "Access denied" },
  404: { code: "RECORD_NOT_FOUND", title: "Record not found" },
  409: { code: "CONFLICT", title: "Conflict" },
  429: { code: "TOO_MANY_REQUESTS", title: "Too many requests" },
  503: { code: "SERVICE_UNAVAILABLE", title: "Service unavailable" },
};

/** Where an operation says what it is about, that is more exact than its code. */
function fieldOf({ facts }: DomainError, fallback: string): string {
  const { field, what } = facts;
  if (typeof field === "string") return field;
  return what === "Promotion" ? "coupon_code" : fallback;
}

function entryOf(refused: DomainError): ErrorEntry {
  const { code, message, facts } = refused;
  const { status, field, error } = answers[code];
  const named = codes[status];
  if (named) return { ...named, detail: message, status: String(status), meta: { ...facts } };
  const kind = message === "can't be blank" ? "blank" : error;
  const entry = validationEntry(fieldOf(refused, field), message, kind);
  return { ...entry, meta: { ...facts, error: kind } };
}

/** Null: it is no refusal but a fault of ours. */
export function errorEntries(error: unknown): readonly ErrorEntry[] | null {
  if (error instanceof RequestError) return error.entries;
  return error instanceof DomainError ? [entryOf(error)] : null;
}

/** What does not fit a body's schema; a name that does not exist is refused before any value is. */
export function invalidBody({ issues }: z.ZodError): RequestError {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const [first] = unknown;
  if (first !== undefined) {
    return badRequest("PARAM_NOT_ALLOWED", "Param not allowed", `${first} is not allowed.`);
  }
  const [entry, ...rest] = issues.map(issueEntry);
  return new RequestError([entry ?? validationEntry("base", "is invalid"), ...rest.slice(0, 19)]);
}

function issueEntry(issue: z.core.$ZodIssue): ErrorEntry {
  const missing = issue.code === "invalid_type" && issue.message.includes("received undefined");
  const message = missing ? "can't be blank" : issue.message;
  return validationEntry(issue.path.join("."), message, missing ? "blank" : "invalid");
}
