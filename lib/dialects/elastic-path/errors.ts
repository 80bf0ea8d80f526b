import { DomainError, type ErrorCode } from "@/lib/errors";

/** One entry of an answer's `errors`. The official clients look for `errors[0].status`. */
export type ErrorEntry = {
  status: number;
  title: string;
  detail?: string;
  source?: string;
  meta?: Record<string, unknown>;
  request_id?: string;
};

/** A refusal that only this dialect knows: about the form of a request, or who sent it. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly status: number,
    readonly entries: Omit<ErrorEntry, "status">[],
  ) {
    super(entries[0]?.detail ?? entries[0]?.title ?? "");
  }
}

const unprocessable = { status: 422, title: "Unprocessable Entity" };
const conflict = { status: 409, title: "Conflict" };

const answers = {
  invalid_input: { status: 400, title: "Bad Request" },
  not_found: { status: 404, title: "Not Found" },
  forbidden: { status: 403, title: "Forbidden" },
  cart_empty: { status: 400, title: "Cart is empty" },
  cart_changed: conflict,
  out_of_stock: { status: 400, title: "Insufficient stock" },
  price_unavailable: { status: 400, title: "Price not found" },
  shipping_unavailable: unprocessable,
  order_not_payable: unprocessable,
  order_cancelled: unprocessable,
  nothing_to_capture: unprocessable,
  nothing_to_refund: unprocessable,
  nothing_to_void: unprocessable,
  amount_too_large: unprocessable,
  amount_invalid: { status: 400, title: "Bad Request" },
  currency_mismatch: unprocessable,
  wrong_state: unprocessable,
  key_reused: unprocessable,
  key_in_progress: conflict,
  gateway_disabled: { status: 400, title: "Gateway not enabled" },
  gateway_cannot: unprocessable,
  gateway_declined: { status: 400, title: "Payment gateway processing failed" },
  gateway_down: { status: 502, title: "Payment gateway did not answer" },
  too_many_attempts: { status: 429, title: "Too Many Requests" },
} as const satisfies Record<ErrorCode, { status: number; title: string }>;

/** The clients' own words for what they know better than we do. */
const details: Partial<Record<ErrorCode, string>> = {
  nothing_to_refund: "Transaction cannot be refunded in its current state",
  nothing_to_capture: "Transaction cannot be captured in its current state",
  nothing_to_void: "Transaction cannot be cancelled in its current state",
};

const orderStuck = "Order cannot be updated in its current state";

type Exact = {
  status?: number;
  title?: string;
  detail?: string;
  /** What their answers say besides, made of what ours say. */
  meta?: (facts: DomainError["facts"]) => object;
};

/** What is more exact than the answer of its code, by what the refusal is about. */
const exactAnswers: Record<string, Exact> = {
  "wrong_state:Order": { detail: orderStuck },
  "not_found:Product": { title: "Product not found" },
  "wrong_state:Promotion": {
    title: "Could not apply EP promotion with the given code",
    // The items that it is about: a code is about none.
    meta: () => ({ ids: [] }),
  },
  "not_found:CartItem": { meta: ({ id }) => ({ ids: [id] }) },
  "wrong_state:Anonymize": { title: "Could not anonymize orders" },
  "wrong_state:Customer": { status: 409, title: "Duplicate email" },
};

/** What an answer can be beside what operations refuse: nobody asked, no such method, too long, a fault of ours. */
const others = [401, 405, 413, 500];

/** The statuses that this dialect can refuse with; the description lists them. */
export const errorStatuses = [
  ...new Set([...Object.values(answers).map(({ status }) => status), ...others]),
];

function entryOf({ code, message, facts }: DomainError): ErrorEntry {
  const { what, ...meta } = facts;
  const exact = typeof what === "string" ? exactAnswers[`${code}:${what}`] : undefined;
  const detail = exact?.detail ?? details[code] ?? message;
  // Where their words say less than ours, ours go along.
  const reason = detail === message ? {} : { reason: message };
  const { meta: besides, ...answer } = exact ?? {};
  const said = { ...meta, ...besides?.(facts), ...reason };
  const hasMeta = Object.keys(said).length > 0;
  return { ...answers[code], ...answer, detail, ...(hasMeta && { meta: said }) };
}

/** Null: it is no refusal but a fault of ours. */
export function errorEntries(error: unknown): ErrorEntry[] | null {
  if (error instanceof RequestError) {
    return error.entries.map((entry) => ({ status: error.status, ...entry }));
  }
  return error instanceof DomainError ? [entryOf(error)] : null;
}

/**
 * Operations say that something is not there in words of their own; `look` says it in these clients', and is
 * asked only then.
 */
export async function orMissing<T>(work: Promise<T>, look: () => Promise<unknown>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") await look();
    throw error;
  }
}
